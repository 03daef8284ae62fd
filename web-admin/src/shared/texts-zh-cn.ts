import library from 'element-plus/es/locale/lang/zh-cn.mjs';

const files = import.meta.glob<object>('/src/**/zh-CN.ts', { eager: true, import: 'default' });

export default { files, library };
