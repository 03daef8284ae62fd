import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/expenses', component: () => import('./ExpensePage.vue'), meta: { title: 'expense.title' } },
    {
      path: '/finance/expenses',
      component: () => import('./FinancePage.vue'),
      meta: { title: 'expense.desk', permission: 'expense.manage' },
    },
  ],
  places: [
    { to: '/expenses', label: 'expense.title', icon: 'expense', order: 46, in: 'more' },
    {
      to: '/finance/expenses',
      label: 'expense.desk',
      icon: 'building',
      order: 80,
      in: 'more',
      permission: 'expense.manage',
    },
  ],
  slots: [
    {
      slot: 'form.aside',
      process: 'expense-claim',
      component: defineAsyncComponent(() => import('./ExpenseAside.vue')),
    },
    {
      slot: 'task.facts',
      process: 'expense-claim',
      component: defineAsyncComponent(() => import('./ExpenseFacts.vue')),
    },
    {
      slot: 'request.facts',
      process: 'expense-claim',
      component: defineAsyncComponent(() => import('./ExpenseFacts.vue')),
    },
  ],
} satisfies Feature;
