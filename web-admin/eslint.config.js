import vue from 'eslint-plugin-vue';
import a11y from 'eslint-plugin-vuejs-accessibility';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['target/**', 'node_modules/**', 'src/shared/api/schema.ts'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.vue'] } },
  },
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-undef': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'element-plus', importNames: ['default'], message: 'Import components one by one.' },
            { name: 'axios', message: 'Use @/shared/api/client.' },
          ],
          patterns: [
            { group: ['element-plus/dist/*'], message: 'Add the style of the component to src/app/element.css.' },
            { group: ['../../*'], message: 'Use the @ alias.' },
          ],
        },
      ],
      // Prettier decides on layout.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/no-v-html': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/no-autofocus': 'off',
    },
  },
  {
    files: ['src/features/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'element-plus', importNames: ['default'], message: 'Import components one by one.' }],
          patterns: [
            { group: ['@/features/*', '../*'], message: 'Features never import each other.' },
            { group: ['@/app/*'], message: 'Features know only what is in shared.' },
            { group: ['element-plus/dist/*'], message: 'Add the style of the component to src/app/element.css.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/*', '@/app/*'], message: 'Shared code knows no feature.' }] },
      ],
    },
  },
  { files: ['**/*.test.ts', '**/test-setup.ts', 'vite.config.ts'], rules: { 'no-restricted-imports': 'off' } },
);
