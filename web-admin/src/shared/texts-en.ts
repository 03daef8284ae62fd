import library from 'element-plus/es/locale/lang/en.mjs';

const files = import.meta.glob<object>('/src/**/en.ts', { eager: true, import: 'default' });

export default { files, library };
