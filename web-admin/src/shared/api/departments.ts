import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';
import type { OrgDepartmentItem as DepartmentItem } from '@/shared/api/schema';

export interface DepartmentNode extends DepartmentItem {
  children: DepartmentNode[];
}

/** The tree out of the flat list; whoever has no known parent is a root. */
export function treeOf(items: DepartmentItem[]): DepartmentNode[] {
  const nodes = new Map(items.map((item) => [item.id, { ...item, children: [] as DepartmentNode[] }]));
  const roots: DepartmentNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

export function useDepartments() {
  const query = useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => http.get('/departments', undefined, signal),
    select: (page) => page.items,
    staleTime: 5 * 60_000,
  });
  return { ...query, tree: computed(() => treeOf(query.data.value ?? [])) };
}
