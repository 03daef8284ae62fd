import type { RouteRecordRaw } from 'vue-router';
import type { IconName } from '@/shared/ui/icons';
import type { SlotEntry } from '@/shared/slots';

/** A place in the rail, the bottom bar or the "more" menu. */
export interface Place {
  to: string;
  /** key of the text */
  label: string;
  icon: IconName;
  order: number;
  /** rail: always visible; more: behind "more" */
  in: 'rail' | 'more';
  badge?: 'tasks' | 'notifications';
  permission?: string;
}

/** A section of the personal settings. */
export interface Section {
  to: string;
  /** key of the text */
  label: string;
  icon: IconName;
  order: number;
  component: () => Promise<unknown>;
}

/** What a feature hands to the application: nothing else of it is visible outside. */
export interface Feature {
  routes: RouteRecordRaw[];
  places?: Place[];
  sections?: Section[];
  slots?: SlotEntry[];
}

declare module 'vue-router' {
  interface RouteMeta {
    /** key of the page title */
    title?: string;
    /** page that needs no session and has no shell */
    open?: boolean;
    /** page that needs a session and has no shell */
    bare?: boolean;
    permission?: string;
    /** page for whoever prepares for the first day; there is one at the most */
    early?: boolean;
    /** on the phone: page of the bottom bar, shown without a way back */
    root?: boolean;
  }
}
