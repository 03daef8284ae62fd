import { fileURLToPath, URL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { asked } from './src/features/studio/form-literals.ts';

const server = process.env.TONGBAN_SERVER ?? 'http://127.0.0.1:8080';
const proxy = { '/api': { target: server, changeOrigin: true, headers: { origin: server } } };

const formWords = {
  name: 'form-words',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /form-js-(editor|viewer)\/dist\/index\.es\.js/.test(id) ? { code: asked(code), map: null } : undefined,
};

export default defineConfig({
  plugins: [vue(), formWords],
  // Built ahead it would keep its English words.
  optimizeDeps: { exclude: ['@bpmn-io/form-js-editor', '@bpmn-io/form-js-viewer'] },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: { host: '127.0.0.1', port: 5173, proxy },
  preview: { host: '127.0.0.1', port: 4173, proxy },
  build: {
    // Maven packs this folder into the server's jar.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /[\\/]node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|@tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/app/test-setup.ts'],
    // Their other form asks for files in a way that only bundlers understand.
    alias: [{ find: /^(bpmn-js-properties-panel|@bpmn-io\/properties-panel)$/, replacement: '$1/dist/index.esm.js' }],
    server: { deps: { inline: ['element-plus', /bpmn/, /dmn/, /form-js/] } },
  },
});
