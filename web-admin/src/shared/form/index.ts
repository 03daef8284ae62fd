export { default as FormView } from './FormView.vue';
export { default as DraftNotice } from './DraftNotice.vue';
export { default as FileName } from './fields/FileName.vue';
export { draftKey, useDraft } from './draft';
export type { Answers, FieldError, FormSchema, Right, Rights } from './schema';
