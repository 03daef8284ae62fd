import { beforeAll } from 'vitest';
import { useLanguage } from '@/shared/i18n';

beforeAll(() => useLanguage('zh-CN', false));
