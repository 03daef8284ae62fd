// Written by `npm run api` out of openapi.json: what the calls of the server take and answer.

/** a moment, `2026-12-07T01:00:00Z` */
export type Instant = string;
/** a time where the company is, `2026-12-07T09:00:00` */
export type LocalTime = string;
/** a day, `2026-12-07` */
export type LocalDay = string;
/** `09:00:00` */
export type TimeOfDay = string;
/** a number as text, so that nobody rounds it, `1234.50` */
export type Decimal = string;

export interface AccessAdministrator {
  id: string;
}

export interface AccessContactBody {
  email?: string | null;
  phone?: string | null;
  locale?: string | null;
}

export interface AccessEmployed {
  id: string;
  password: string;
}

export interface AccessLoggedIn {
  user: AccessUser;
  next: 'change-password' | null;
}

export interface AccessLoginBody {
  account?: string | null;
  password?: string | null;
}

export interface AccessMe {
  id: string;
  account: string;
  number: string;
  name: string;
  email: string | null;
  phone: string | null;
  portrait: string | null;
  locale: string;
  position: string | null;
  departments: AccessNamed[];
  roles: string[];
  permissions: string[];
  abilities: string[];
  company: string;
  mustChangePassword: boolean;
  opensAt: Instant | null;
  demo: boolean;
}

export interface AccessNamed {
  id: string;
  name: string;
}

export interface AccessNewPassword {
  password: string;
}

export interface AccessNewPersonBody {
  account?: string | null;
  number?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  department?: string | null;
  position?: string | null;
  leader?: string | null;
}

export interface AccessNewToken {
  id: string;
  token: string;
}

export interface AccessPasswordBody {
  old?: string | null;
  new?: string | null;
}

export interface AccessRight {
  what: string;
  name: string;
  permits: string[];
}

export interface AccessRightPage {
  items: AccessRight[];
  next: string | null;
}

export interface AccessRoleItem {
  key: string;
  name: string;
  permissions: string[];
  members: AccessNamed[];
}

export interface AccessRoleItemPage {
  items: AccessRoleItem[];
  next: string | null;
}

export interface AccessRolesBody {
  roles?: string[] | null;
}

export interface AccessRolesOf {
  roles: string[];
}

export interface AccessSessionItem {
  id: string;
  address: string | null;
  agent: string | null;
  createdAt: Instant;
  seenAt: Instant;
  current: boolean;
}

export interface AccessSessionItemPage {
  items: AccessSessionItem[];
  next: string | null;
}

export interface AccessSetupBody {
  code?: string | null;
  company?: string | null;
  name?: string | null;
  account?: string | null;
  password?: string | null;
}

export interface AccessState {
  needed: boolean;
  demo: boolean;
}

export interface AccessTokenBody {
  name?: string | null;
}

export interface AccessTokenItem {
  id: string;
  name: string | null;
  createdAt: Instant;
  seenAt: Instant;
  expiresAt: Instant;
}

export interface AccessTokenItemPage {
  items: AccessTokenItem[];
  next: string | null;
}

export interface AccessUser {
  id: string;
  name: string;
}

export interface ApprovalAsked {
  principal?: string | null;
  deputy?: string | null;
  from?: LocalTime | null;
  until?: LocalTime | null;
  processes?: string[] | null;
  limit?: Decimal | null;
  limitField?: string | null;
  reason?: string | null;
}

export interface ApprovalChanged {
  delegation: ApprovalDelegationItem;
  tasks: number;
}

export interface ApprovalCopy {
  file: string;
}

export interface ApprovalDelegationItem {
  id: string;
  principal: ApprovalWho;
  deputy: ApprovalWho;
  from: LocalTime;
  until: LocalTime;
  processes: ProcessProcedure[];
  limit: Decimal | null;
  limitField: string | null;
  reason: string | null;
  setBy: ApprovalWho | null;
  state: 'coming' | 'current' | 'past';
  endedAt: Instant | null;
  endedBy: ApprovalWho | null;
  mayEnd: boolean;
}

export interface ApprovalDelegationItemPage {
  items: ApprovalDelegationItem[];
  next: string | null;
}

export interface ApprovalKept {
  file: string | null;
  keptAt: Instant | null;
  open: boolean;
}

export interface ApprovalNewSignature {
  file?: string | null;
  password?: string | null;
}

export interface ApprovalOwn {
  items: string[];
  company: string[];
  revision: number;
}

export interface ApprovalPassword {
  password?: string | null;
}

export interface ApprovalPhraseList {
  phrases?: string[] | null;
  revision?: number | null;
}

export interface ApprovalPreview {
  now: boolean;
  tasks: number;
}

export interface ApprovalWho {
  id: string;
  name: string;
  portrait: string | null;
}

export interface CalendarAbsence {
  person: CalendarPersonRef;
  department: string | null;
  start: LocalTime;
  end: LocalTime;
}

export interface CalendarAbsencePage {
  items: CalendarAbsence[];
  next: string | null;
}

export interface CalendarDatedBody {
  date?: LocalDay | null;
  kind?: CalendarDayKind | null;
  name?: string | null;
  nameEn?: string | null;
}

export interface CalendarDay {
  date: LocalDay;
  kind: CalendarDayKind;
  name: string | null;
  provisional: boolean;
}

export interface CalendarDayBody {
  kind?: CalendarDayKind | null;
  name?: string | null;
  nameEn?: string | null;
}

export type CalendarDayKind = 'work' | 'rest' | 'holiday' | 'makeup';

export interface CalendarDayPage {
  items: CalendarDay[];
  next: string | null;
}

export interface CalendarEntry {
  id: string;
  kind: string;
  title: string;
  start: LocalTime;
  end: LocalTime;
  link: string | null;
}

export interface CalendarEntryPage {
  items: CalendarEntry[];
  next: string | null;
}

export interface CalendarHoursBody {
  morning: CalendarSpanBody;
  afternoon: CalendarSpanBody;
  minutesPerDay: number;
}

export interface CalendarPersonRef {
  id: string;
  name: string;
  portrait: string | null;
}

export interface CalendarSpanBody {
  start: TimeOfDay;
  end: TimeOfDay;
}

export interface CalendarYear {
  year: number;
  provisional: boolean;
  source: string | null;
}

export interface CalendarYearBody {
  source?: string | null;
  days?: CalendarDatedBody[] | null;
}

export interface CalendarYearPage {
  items: CalendarYear[];
  next: string | null;
}

export interface ExpenseBudgetBody {
  amount?: Decimal | null;
  owner?: string | null;
}

export interface ExpenseBudgetItem {
  department: ExpenseNamed;
  year: number;
  amount: Decimal;
  used: Decimal;
  held: Decimal;
  left: Decimal;
  over: boolean;
  owner: ExpensePersonRef | null;
}

export interface ExpenseBudgetItemPage {
  items: ExpenseBudgetItem[];
  next: string | null;
}

export interface ExpenseCategoryItem {
  key: string;
  name: string;
}

export interface ExpenseCategoryItemPage {
  items: ExpenseCategoryItem[];
  next: string | null;
}

export interface ExpenseClaim {
  item: ExpenseItem;
  lines: ExpenseLineItem[];
  budgets: ExpenseBudgetItem[];
  paidBy: ExpensePersonRef | null;
  stoppable: boolean;
}

export interface ExpenseCount {
  lines: number;
  amount: Decimal;
  tax: Decimal;
  total: Decimal;
  budget: 'within' | 'over' | 'none';
  over: Decimal;
  taken: ExpenseTaken[];
}

export interface ExpenseCountBody {
  department?: string | null;
  lines?: ExpenseLine[] | null;
  request?: string | null;
}

export interface ExpenseItem {
  id: string;
  requestId: string;
  number: string;
  person: ExpensePersonRef;
  department: ExpenseNamed;
  title: string;
  amount: Decimal;
  tax: Decimal;
  total: Decimal;
  claimed: Decimal;
  state: string;
  createdAt: Instant;
  paidOn: LocalDay | null;
  paymentReference: string | null;
}

export interface ExpenseItemPage {
  items: ExpenseItem[];
  next: string | null;
}

export interface ExpenseLine {
  category?: string | null;
  date?: string | null;
  amount?: unknown;
  tax?: unknown;
  invoiceNumber?: string | null;
  note?: string | null;
}

export interface ExpenseLineItem {
  line: number;
  category: string;
  name: string;
  date: LocalDay;
  amount: Decimal;
  tax: Decimal;
  total: Decimal;
  claimed: Decimal;
  corrected: boolean;
  invoiceNumber: string;
  note: string | null;
}

export interface ExpenseNamed {
  id: string;
  name: string;
}

export interface ExpensePayBody {
  claims?: string[] | null;
  reference?: string | null;
  paidOn?: string | null;
}

export interface ExpensePersonRef {
  id: string;
  name: string;
  portrait: string | null;
}

export interface ExpenseStopBody {
  reason?: string | null;
}

export interface ExpenseTaken {
  line: number;
  invoiceNumber: string;
  number: string;
  requestId: string | null;
}

export interface ExpenseTotal {
  state: string;
  claims: number;
  total: Decimal;
}

export interface ExpenseTotalPage {
  items: ExpenseTotal[];
  next: string | null;
}

export interface FieldMessage {
  field: string;
  code: string;
  message: string;
}

export interface FilePortrait {
  file?: string | null;
}

export interface GrantCard {
  id: string;
  name: string;
  kind: 'app' | 'role' | 'folder' | 'data' | 'special';
  description: string;
  owners: GrantNamed[];
  external: boolean;
  permits: string[];
  longestDays: number | null;
  mine: GrantHeldNow | null;
}

export interface GrantChangeBody {
  revision?: number | null;
  kind?: string | null;
  name?: string | null;
  nameEn?: string | null;
  description?: string | null;
  descriptionEn?: string | null;
  owner?: string | null;
  department?: string | null;
  effect?: string | null;
  longestDays?: number | null;
  offered?: boolean | null;
}

export interface GrantEndBody {
  comment?: string | null;
}

export interface GrantFacts {
  thing: GrantNamed;
  kind: 'app' | 'role' | 'folder' | 'data' | 'special';
  description: string;
  external: boolean;
  permits: string[];
  holder: GrantNamed;
  department: boolean;
  members: number;
  until: LocalDay | null;
  longestDays: number | null;
  owners: GrantNamed[];
  held: number;
  state: string;
}

export interface GrantHeldItem {
  id: string;
  number: string;
  thing: GrantNamed;
  kind: 'app' | 'role' | 'folder' | 'data' | 'special';
  description: string;
  department: GrantNamed | null;
  since: Instant | null;
  until: LocalDay | null;
  held: boolean;
  ending: 'expired' | 'revoked' | 'returned' | 'renewed' | 'left' | null;
  endedAt: Instant | null;
  note: string | null;
  external: boolean;
  mayGiveBack: boolean;
  mayRenew: boolean;
  renewal: GrantLinked | null;
}

export interface GrantHeldItemPage {
  items: GrantHeldItem[];
  next: string | null;
}

export interface GrantHeldNow {
  id: string;
  number: string;
  until: LocalDay | null;
}

export interface GrantHolderItem {
  id: string;
  number: string;
  holder: GrantNamed;
  department: boolean;
  place: string | null;
  since: Instant | null;
  until: LocalDay | null;
  applicant: GrantNamed;
}

export interface GrantHolderItemPage {
  items: GrantHolderItem[];
  next: string | null;
}

export interface GrantLinked {
  id: string;
  number: string;
}

export interface GrantMade {
  id: string;
}

export interface GrantNamed {
  id: string;
  name: string;
}

export interface GrantOwnedItem {
  id: string;
  name: string;
  kind: 'app' | 'role' | 'folder' | 'data' | 'special';
  description: string;
  own: boolean;
  owner: GrantOwner | null;
  offered: boolean;
  held: number;
}

export interface GrantOwnedItemPage {
  items: GrantOwnedItem[];
  next: string | null;
}

export interface GrantOwner {
  id: string;
  name: string;
  present: boolean;
}

export interface GrantThingItem {
  id: string;
  kind: 'app' | 'role' | 'folder' | 'data' | 'special';
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  owner: GrantOwner | null;
  department: GrantNamed;
  effect: string | null;
  longestDays: number | null;
  offered: boolean;
  revision: number;
  held: number;
}

export interface GrantThingItemPage {
  items: GrantThingItem[];
  next: string | null;
}

export interface InsightBehindItem {
  id: string;
  number: string;
  title: string;
  applicant: string;
  status: string;
}

export interface InsightBehindPage {
  items: InsightBehindItem[];
  next: string | null;
  hidden: number;
}

export interface InsightBranch {
  id: string;
  name: string;
  depth: number;
}

export interface InsightDrawing {
  xml: string;
}

export interface InsightFigures {
  finished: number;
  started: number;
  dropped: number;
  returned: number;
  met: number;
  missed: number;
  median: number | null;
  p90: number | null;
  workingMedian: number | null;
  workingP90: number | null;
  open: number;
  overdue: number;
}

export interface InsightKept {
  requestId: string;
  number: string;
  process: string;
  title: string;
  step: string | null;
  since: Instant;
  due: Instant | null;
}

export interface InsightLine {
  id: string;
  name: string;
  department: string | null;
  left: boolean;
  figures: InsightFigures;
}

export interface InsightOwnLine {
  key: string;
  name: string;
  figures: InsightFigures;
}

export interface InsightOwnNumbers {
  asked: InsightFigures;
  askedBy: InsightOwnLine[];
  decided: InsightFigures;
  decidedBy: InsightOwnLine[];
  waiting: InsightKept[];
  seenAt: Instant | null;
}

export interface InsightPoint {
  from: LocalDay;
  to: LocalDay;
  figures: InsightFigures;
}

export interface InsightProcessLine {
  key: string;
  name: string;
  figures: InsightFigures;
  trend: number[];
}

export interface InsightProcessLinePage {
  items: InsightProcessLine[];
  next: string | null;
}

export interface InsightProcessNumbers {
  key: string;
  name: string;
  byWeek: boolean;
  figures: InsightFigures;
  trend: InsightPoint[];
  steps: InsightLine[];
  people: InsightLine[];
  deciding: InsightLine[];
  asking: InsightLine[];
  flows: Record<string, number>;
}

export interface InsightScopeView {
  sees: boolean;
  administers: boolean;
  departments: InsightBranch[];
  seenAt: Instant | null;
}

export interface LeaveAdjustBody {
  type?: string | null;
  year?: number | null;
  minutes?: number | null;
  reason?: string | null;
}

export interface LeaveBalance {
  type: string;
  name: string;
  year: number;
  limited: boolean;
  granted: number;
  used: number;
  held: number;
  available: number | null;
}

export interface LeaveBalancePage {
  items: LeaveBalance[];
  next: string | null;
}

export interface LeaveCount {
  minutes: number;
  inDays: number;
  minutesPerDay: number;
  days: LeaveDayItem[];
  available: number | null;
  missing: number;
  provisional: boolean;
  overlap: LeaveOverlap | null;
}

export interface LeaveCountBody {
  type?: string | null;
  start?: string | null;
  end?: string | null;
  request?: string | null;
}

export interface LeaveDayItem {
  date: LocalDay;
  kind: CalendarDayKind;
  name: string | null;
  minutes: number;
}

export interface LeaveFacts {
  type: string;
  name: string;
  start: LocalTime;
  end: LocalTime;
  minutes: number;
  granted: number;
  used: number;
  held: number;
  available: number | null;
  minutesPerDay: number;
  charged: boolean;
  provisional: boolean;
}

export interface LeaveItem {
  id: string;
  requestId: string;
  number: string;
  type: string;
  name: string;
  start: LocalTime;
  end: LocalTime;
  minutes: number;
  state: string;
  provisional: boolean;
}

export interface LeaveItemPage {
  items: LeaveItem[];
  next: string | null;
}

export interface LeaveLedgerItem {
  id: string;
  at: Instant;
  kind: string;
  minutes: number;
  type: string;
  name: string;
  year: number;
  note: string | null;
  request: LeaveRequest | null;
}

export interface LeaveLedgerItemPage {
  items: LeaveLedgerItem[];
  next: string | null;
}

export interface LeaveOverlap {
  number: string;
  start: LocalTime;
  end: LocalTime;
}

export interface LeaveRequest {
  id: string;
  number: string;
}

export interface LeaveTypeItem {
  key: string;
  name: string;
  limited: boolean;
  proofRequired: boolean;
  proofFromMinutes: number | null;
  unit: string;
  longestDays: number | null;
}

export interface LeaveTypeItemPage {
  items: LeaveTypeItem[];
  next: string | null;
}

export interface Meeting {
  id: string;
  number: string;
  topic: string;
  purpose: string | null;
  start: LocalTime;
  end: LocalTime;
  room: MeetingRoomRef | null;
  online: string | null;
  organizer: MeetingPersonRef;
  recorder: MeetingPersonRef;
  attendees: MeetingGuest[];
  agenda: MeetingPoint[];
  confidential: boolean;
  minutesWanted: boolean;
  state: 'booked' | 'running' | 'held' | 'cancelled';
  minutes: string | null;
  minutesFiles: StoredFile[];
  minutesAt: Instant | null;
  followUps: MeetingTask[];
  series: string[];
  deeds: ('change' | 'cancel' | 'answer')[];
}

export interface MeetingAnswerBody {
  answer?: string | null;
  remark?: string | null;
}

export interface MeetingBookBody {
  answers?: Record<string, unknown> | null;
  weeks?: number | null;
  skip?: boolean | null;
}

export interface MeetingCancelBody {
  reason?: string | null;
  following?: boolean | null;
}

export interface MeetingChangeBody {
  answers?: Record<string, unknown> | null;
}

export interface MeetingGuest {
  person: MeetingPersonRef;
  department: string | null;
  answer: 'open' | 'accepted' | 'declined';
  remark: string | null;
  answeredAt: Instant | null;
}

export interface MeetingItem {
  id: string;
  number: string;
  topic: string;
  start: LocalTime;
  end: LocalTime;
  room: string | null;
  online: string | null;
  organizer: MeetingPersonRef;
  state: 'booked' | 'running' | 'held' | 'cancelled';
  answer: 'open' | 'accepted' | 'declined';
  series: boolean;
  minuted: boolean;
}

export interface MeetingItemPage {
  items: MeetingItem[];
  next: string | null;
}

export interface MeetingMade {
  id: string;
  meetings: string[];
  skipped: LocalDay[];
}

export interface MeetingPersonDay {
  person: MeetingPersonRef;
  spans: MeetingSpan[];
}

export interface MeetingPersonDayPage {
  items: MeetingPersonDay[];
  next: string | null;
}

export interface MeetingPersonRef {
  id: string;
  name: string;
  portrait: string | null;
}

export interface MeetingPoint {
  what: string;
  minutes: number | null;
  who: MeetingPersonRef | null;
}

export interface MeetingRoom {
  id: string;
  name: string;
  nameEn: string | null;
  place: string;
  seats: number;
  equipment: string[];
  note: string | null;
  bookable: boolean;
}

export interface MeetingRoomBody {
  name?: string | null;
  nameEn?: string | null;
  place?: string | null;
  seats?: number | null;
  equipment?: string[] | null;
  note?: string | null;
  bookable?: boolean | null;
}

export interface MeetingRoomItem {
  id: string;
  name: string;
  place: string;
  seats: number;
  equipment: string[];
  note: string | null;
  bookable: boolean;
  bookings: MeetingTaken[];
}

export interface MeetingRoomItemPage {
  items: MeetingRoomItem[];
  next: string | null;
}

export interface MeetingRoomPage {
  items: MeetingRoom[];
  next: string | null;
}

export interface MeetingRoomRef {
  id: string;
  name: string;
  place: string;
  seats: number;
}

export interface MeetingSpan {
  start: LocalTime;
  end: LocalTime;
  kind: 'meeting' | 'away' | 'busy';
  topic: string | null;
  meeting: string | null;
}

export interface MeetingTaken {
  start: LocalTime;
  end: LocalTime;
  topic: string | null;
  organizer: MeetingPersonRef;
  meeting: string | null;
}

export interface MeetingTask {
  id: string;
  what: string;
  who: MeetingPersonRef | null;
  due: LocalDay | null;
}

export interface NotifyGroup {
  key: string;
  name: string;
  hint: string;
  mail: 'once' | 'digest' | 'never';
}

export interface NotifyNoticeView {
  id: string;
  at: Instant;
  kind: string;
  group: string;
  title: string;
  link: string;
  read: boolean;
}

export interface NotifyNoticeViewPage {
  items: NotifyNoticeView[];
  next: string | null;
}

export interface NotifySettings {
  groups: NotifyGroup[];
  quiet: NotifySpan | null;
  restDays: boolean;
  urgentPasses: boolean;
  digest: string | null;
  zone: string | null;
  companyZone: string;
  mail: boolean;
  address: string | null;
}

export interface NotifySettingsBody {
  groups?: Record<string, string> | null;
  quiet?: NotifySpanBody | null;
  restDays?: boolean | null;
  urgentPasses?: boolean | null;
  digest?: TimeOfDay | null;
  zone?: string | null;
}

export interface NotifySpan {
  from: string;
  to: string;
}

export interface NotifySpanBody {
  from?: TimeOfDay | null;
  to?: TimeOfDay | null;
}

export interface NotifyUnread {
  unread: number;
}

export interface OnboardingCancelBody {
  comment?: string | null;
}

export interface OnboardingCard {
  person: OnboardingRef;
  position: string | null;
  email: string | null;
  phone: string | null;
}

export interface OnboardingContact {
  name: string;
  phone: string | null;
}

export interface OnboardingCorrection {
  department?: string | null;
  position?: string | null;
  leader?: string | null;
  startDate?: string | null;
  comment?: string | null;
}

export interface OnboardingDetail {
  id: string;
  number: string;
  person: OnboardingCard;
  account: string;
  employeeNumber: string;
  department: OnboardingNamed | null;
  leader: OnboardingCard | null;
  hr: OnboardingCard | null;
  mentor: OnboardingCard | null;
  welcome: string | null;
  startOn: LocalDay;
  state: OnboardingState;
  activatedAt: Instant | null;
  passwordAt: Instant | null;
  emergency: OnboardingContact | null;
  portrait: OnboardingPortraitView;
  steps: OnboardingStepView[];
  mayManage: boolean;
}

export interface OnboardingIssued {
  account: string;
  password: string;
}

export interface OnboardingItem {
  id: string;
  number: string;
  person: OnboardingRef;
  department: string | null;
  position: string | null;
  leader: OnboardingRef | null;
  startOn: LocalDay;
  state: OnboardingState;
  steps: OnboardingStepView[];
}

export interface OnboardingItemPage {
  items: OnboardingItem[];
  next: string | null;
}

export interface OnboardingNamed {
  id: string;
  name: string;
}

export interface OnboardingPortraitBody {
  file?: string | null;
}

export type OnboardingPortraitState = 'checking' | 'returned' | 'confirmed' | 'dropped';

export interface OnboardingPortraitView {
  request: string | null;
  state: OnboardingPortraitState | null;
  file: string | null;
}

export interface OnboardingQuestionBody {
  text?: string | null;
}

export interface OnboardingRef {
  id: string;
  name: string;
  portrait: string | null;
}

export type OnboardingStage = 'activate' | 'profile' | 'portrait' | 'reading' | 'it' | 'mentor';

export type OnboardingState = 'running' | 'done' | 'cancelled';

export interface OnboardingStepView {
  stage: OnboardingStage;
  state: 'done' | 'late' | 'open' | 'waiting';
  due: Instant;
  doneAt: Instant | null;
  owners: OnboardingRef[];
  task: string | null;
}

export interface OrgCard {
  id: string;
  account: string;
  name: string;
  number: string;
  email: string | null;
  phone: string | null;
  portrait: string | null;
  present: boolean;
  departments: OrgCardDepartment[];
  leader: OrgNamed | null;
}

export interface OrgCardDepartment {
  id: string;
  name: string;
  position: string | null;
  main: boolean;
  head: boolean;
}

export interface OrgDepartment {
  id: string;
  parentId: string | null;
  name: string;
  sort: number;
}

export interface OrgDepartmentBody {
  parentId?: string | null;
  name?: string | null;
  sort?: number | null;
  head?: string | null;
}

export interface OrgDepartmentItem {
  id: string;
  parentId: string | null;
  name: string;
  sort: number;
  heads: OrgNamed[];
  members: number;
}

export interface OrgDepartmentItemPage {
  items: OrgDepartmentItem[];
  next: string | null;
}

export interface OrgNamed {
  id: string;
  name: string;
}

export interface OrgPersonBody {
  name?: string | null;
  number?: string | null;
  email?: string | null;
  phone?: string | null;
  department?: string | null;
  position?: string | null;
  leader?: string | null;
  present?: boolean | null;
}

export interface OrgPersonItem {
  id: string;
  name: string;
  number: string;
  position: string | null;
  department: OrgNamed | null;
  portrait: string | null;
}

export interface OrgPersonItemPage {
  items: OrgPersonItem[];
  next: string | null;
}

export interface ProcessAdminItem {
  id: string;
  number: string;
  process: string;
  processName: string;
  title: string;
  applicant: ProcessPersonRef;
  revision: number;
  createdAt: Instant;
  suspendedAt: Instant | null;
  failures: number;
  waiting: ProcessWaiting[];
}

export interface ProcessAdminItemPage {
  items: ProcessAdminItem[];
  next: string | null;
}

export interface ProcessAsked {
  tasks?: string[] | null;
  to?: string | null;
  comment?: string | null;
}

export interface ProcessAwayHolder {
  person: ProcessPersonRef;
  until: Instant;
  words: string;
  deputy: ProcessPersonRef | null;
  administrators: ProcessPersonRef[];
}

export interface ProcessBatch {
  action?: string | null;
  comment?: string | null;
  items?: ProcessBatchItem[] | null;
}

export interface ProcessBatchItem {
  id?: string | null;
  revision?: number | null;
}

export interface ProcessBatchResult {
  items: ProcessItemResult[];
}

export interface ProcessBelonging {
  kind: string;
  title: string;
  link: string | null;
}

export interface ProcessChanged {
  field: string;
  label: string;
  before: string;
  after: string;
}

export interface ProcessChangedDraft {
  answers?: Record<string, unknown> | null;
  related?: string[] | null;
  revision?: number | null;
}

export interface ProcessComment {
  text?: string | null;
  mentions?: string[] | null;
  files?: string[] | null;
}

export interface ProcessCopies {
  people?: string[] | null;
  comment?: string | null;
}

export interface ProcessCopy {
  person: ProcessPersonRef;
  read: boolean;
}

export interface ProcessCorrection {
  answers?: Record<string, unknown> | null;
  comment?: string | null;
  revision?: number | null;
}

export interface ProcessCountedFilter {
  id: string;
  name: string;
  view: string;
  q: string | null;
  process: string | null;
  due: string | null;
  sort: string;
  opens: boolean;
  count: number;
  more: boolean;
}

export interface ProcessCounts {
  todo: number;
  waiting: number;
  copied: number;
  started: number;
}

export interface ProcessDiagram {
  xml: string;
  active: string[];
  done: string[];
  failed: string[];
  ladders: ProcessLadder[];
}

export interface ProcessDraft {
  answers?: Record<string, unknown> | null;
}

export interface ProcessDraftItem {
  id: string;
  process: string;
  processName: string;
  icon: string;
  summary: string;
  revision: number;
  savedAt: Instant;
  open: boolean;
}

export interface ProcessDraftItemPage {
  items: ProcessDraftItem[];
  next: string | null;
}

export interface ProcessDraftView {
  id: string;
  process: string;
  revision: number;
  savedAt: Instant;
  answers: Record<string, unknown>;
  related: string[];
  changed: boolean;
  dropped: string[];
}

export interface ProcessEntryView {
  id: string;
  at: Instant;
  person: ProcessPersonRef | null;
  onBehalfOf: ProcessPersonRef | null;
  action: string;
  actionName: string | null;
  step: string | null;
  comment: string | null;
  path: ProcessReason[];
  undone: string[];
  mentions: ProcessPersonRef[];
  files: StoredFile[];
  signature: string | null;
  changes: ProcessChanged[];
  again: string[];
  kept: string[];
  contentVersion: number | null;
}

export interface ProcessFailedStep {
  id: string;
  step: string | null;
  cause: string;
  detail: string;
  next: Instant | null;
}

export interface ProcessField {
  key: string;
  label: string;
  type: string;
}

export interface ProcessFormView {
  schema: unknown;
  rights: Record<string, string>;
  own: boolean;
}

export interface ProcessHanded {
  task: string;
  result: 'handed-over' | 'given-back' | 'dropped' | 'refused';
  message: string | null;
}

export interface ProcessHandedOver {
  items: ProcessHanded[];
}

export interface ProcessHeldTask {
  id: string;
  requestId: string;
  number: string;
  title: string;
  processName: string;
  applicant: ProcessPersonRef;
  step: string;
  state: string;
  part: string | null;
  pool: string | null;
  onBehalfOf: ProcessPersonRef | null;
  deputy: ProcessPersonRef | null;
  since: Instant;
  due: Instant | null;
  suspended: boolean;
}

export interface ProcessHoldings {
  person: ProcessPersonRef;
  present: boolean;
  total: number;
  tasks: ProcessHeldTask[];
  next: string | null;
  requests: ProcessRunning[];
  belongings: ProcessBelonging[];
}

export interface ProcessInput {
  comment?: string | null;
  revision?: number | null;
  answers?: Record<string, unknown> | null;
  to?: string | null;
  resume?: string | null;
  where?: string | null;
  people?: string[] | null;
  mode?: string | null;
  person?: string | null;
  ballot?: string | null;
  signature?: string | null;
  files?: string[] | null;
  mentions?: string[] | null;
  seen?: number | null;
}

export interface ProcessItem {
  key: string;
  name: string;
  category: string;
  categoryName: string;
  version: number;
  icon: string;
  description: string;
}

export interface ProcessItemPage {
  items: ProcessItem[];
  next: string | null;
}

export interface ProcessItemResult {
  id: string;
  task: ProcessTaskState | null;
  request: ProcessRequestState | null;
  problem: ProcessRefusal | null;
}

export interface ProcessJump {
  from?: string | null;
  to?: string | null;
  comment?: string | null;
  revision?: number | null;
}

export interface ProcessJumpMeans {
  from: ProcessPlace;
  to: ProcessPlace;
  leaves: ProcessLeft[];
  stays: string[];
  done: string[];
  skips: string[];
  asks: ProcessPersonRef[];
  asksRoles: string[];
}

export interface ProcessKeptFilters {
  items?: ProcessTaskFilter[] | null;
  revision?: number | null;
}

export interface ProcessLadder {
  step: string;
  name: string;
  due: string | null;
  goal: string | null;
  dueAt: Instant | null;
  provisional: boolean;
  rungs: ProcessLadderRung[];
}

export interface ProcessLadderRung {
  words: string;
  state: string;
  at: Instant | null;
}

export interface ProcessLeft {
  step: string;
  people: ProcessPersonRef[];
  roles: string[];
}

export interface ProcessMeans {
  id: string;
  revision: number;
  own: boolean;
  suspendedAt: Instant | null;
  standing: ProcessStanding[];
  steps: ProcessPlace[];
  failures: ProcessFailedStep[];
  undoes: string[] | null;
  again: string[];
  kept: string[];
}

export interface ProcessModelFinding {
  severity: string;
  rule: string;
  code: string;
  file: string;
  element?: string | null;
  line?: number | null;
  message: string;
}

export interface ProcessMore {
  related?: string[] | null;
}

export interface ProcessNamed {
  name: string;
  label: string;
  inputs: ProcessValue[];
  outputs: ProcessValue[];
  effect: string;
}

export interface ProcessNewDraft {
  process?: string | null;
  answers?: Record<string, unknown> | null;
  related?: string[] | null;
  request?: string | null;
}

export interface ProcessOpenTask {
  id: string;
  step: string;
  holders: ProcessPersonRef[];
  pool: string | null;
  onBehalfOf: ProcessPersonRef | null;
  since: Instant;
  due: Instant | null;
  timeLeft: ProcessTimeLeft | null;
  provisional: boolean;
  away: ProcessAwayHolder[];
}

export interface ProcessOption {
  value: string;
  label: string;
}

export interface ProcessOptionPage {
  items: ProcessOption[];
  next: string | null;
}

export interface ProcessOwnFilters {
  items: ProcessCountedFilter[];
  revision: number;
}

export interface ProcessPersonRef {
  id: string;
  name: string;
  portrait: string | null;
}

export interface ProcessPlace {
  id: string;
  name: string;
}

export interface ProcessProcedure {
  key: string;
  name: string;
}

export interface ProcessProcedurePage {
  items: ProcessProcedure[];
  next: string | null;
}

export interface ProcessReason {
  at: string;
  question: string;
  answer: string;
  facts: string;
}

export interface ProcessRefusal {
  type: string;
  status: number;
  title: string;
}

export interface ProcessRelatedItem {
  request: ProcessRequestItem;
  addedBy: ProcessPersonRef;
  addedAt: Instant;
  removable: boolean;
}

export interface ProcessRelatedView {
  items: ProcessRelatedItem[];
  mayAdd: boolean;
}

export interface ProcessRequestItem {
  id: string;
  number: string;
  title: string;
  process: string;
  processName: string;
  status: string;
  applicant: ProcessPersonRef;
  createdAt: Instant;
}

export interface ProcessRequestItemPage {
  items: ProcessRequestItem[];
  next: string | null;
}

export interface ProcessRequestState {
  id: string;
  status: string;
  revision: number;
}

export interface ProcessRequestView {
  id: string;
  number: string;
  process: string;
  processName: string;
  version: number;
  title: string;
  status: string;
  revision: number;
  applicant: ProcessPersonRef;
  department: string | null;
  createdAt: Instant;
  endedAt: Instant | null;
  suspendedAt: Instant | null;
  form: unknown;
  stepForms: ProcessStepForm[];
  answers: Record<string, unknown>;
  labels: Record<string, string>;
  timeline: ProcessEntryView[];
  openTasks: ProcessOpenTask[];
  votes: ProcessStepVote[];
  copies: ProcessCopy[];
  actions: string[];
  notRevocable: string | null;
  nextUrge: Instant | null;
  myTask: string | null;
  contentVersion: number;
}

export interface ProcessResult {
  task: ProcessTaskState;
  request: ProcessRequestState;
}

export interface ProcessRetry {
  failure?: string | null;
  comment?: string | null;
  revision?: number | null;
}

export interface ProcessReturnTarget {
  id: string;
  name: string;
  applicant: boolean;
  resumes: string[];
  registers: boolean;
}

export interface ProcessRunning {
  id: string;
  number: string;
  title: string;
  createdAt: Instant;
}

export interface ProcessSaid {
  comment?: string | null;
  revision?: number | null;
}

export interface ProcessSavedView {
  id: string;
  process: string;
  revision: number;
  savedAt: Instant;
  copied: Record<string, string>;
}

export interface ProcessSeatView {
  id: string;
  person: ProcessPersonRef;
  deputy: ProcessPersonRef | null;
  part: 'member' | 'before' | 'beside' | 'after' | 'delegate' | 'consult';
  way: string;
  parent: string | null;
  state: 'waiting' | 'open' | 'done' | 'gone' | 'removed';
  ballot: 'approve' | 'reject' | 'abstain' | null;
  weight: number;
  veto: boolean;
  at: Instant | null;
}

export interface ProcessStanding {
  id: string;
  name: string;
  targets: string[];
}

export interface ProcessStartForm {
  schema: unknown;
  rights: Record<string, string>;
}

export interface ProcessStep {
  id: string;
  name: string;
  approvers: ProcessPersonRef[];
  pool: string | null;
  unknown: string | null;
  deciding: string | null;
  certain: boolean;
  byRule: boolean;
  why: string;
}

export interface ProcessStepForm {
  step: string;
  schema: unknown;
}

export interface ProcessStepVote {
  id: string;
  step: string;
  vote: ProcessVoteView;
}

export interface ProcessSubmission {
  process: string;
  answers?: Record<string, unknown> | null;
  draft?: string | null;
  related?: string[] | null;
}

export interface ProcessSubmitted {
  id: string;
  number: string;
  status: string;
  revision: number;
}

export interface ProcessTaskFilter {
  id?: string | null;
  name?: string | null;
  view?: string | null;
  q?: string | null;
  process?: string | null;
  due?: string | null;
  sort?: string | null;
  opens?: boolean | null;
}

export interface ProcessTaskItem {
  id: string;
  title: string;
  process: string;
  processName: string;
  requestId: string;
  number: string;
  step: string | null;
  status: string;
  requestStatus: string;
  since: Instant;
  due: Instant | null;
  timeLeft: ProcessTimeLeft | null;
  priority: number;
  revision: number;
  applicant: ProcessPersonRef;
  pool: string | null;
  action: string | null;
  suspended: boolean;
  onBehalfOf: ProcessPersonRef | null;
  together: ProcessTogether | null;
  waitsFor: string[];
}

export interface ProcessTaskItemPage {
  items: ProcessTaskItem[];
  next: string | null;
}

export interface ProcessTaskState {
  id: string;
  status: string;
  revision: number;
}

export interface ProcessTaskView {
  id: string;
  title: string;
  process: string;
  processName: string;
  requestId: string;
  number: string;
  step: string | null;
  status: string;
  requestStatus: string;
  since: Instant;
  due: Instant | null;
  timeLeft: ProcessTimeLeft | null;
  priority: number;
  revision: number;
  applicant: ProcessPersonRef;
  pool: string | null;
  action: string | null;
  suspended: boolean;
  onBehalfOf: ProcessPersonRef | null;
  together: ProcessTogether | null;
  waitsFor: string[];
  request: ProcessRequestView;
  form: ProcessFormView;
  answers: Record<string, unknown>;
  actions: string[];
  actionNames: Record<string, string>;
  why: string;
  holder: ProcessPersonRef | null;
  vote: ProcessVoteView | null;
  returnTargets: ProcessReturnTarget[];
  afterwards: string | null;
  needs: string[];
}

export interface ProcessTimeLeft {
  state: string;
  minutes: number;
  words: string;
}

export interface ProcessTogether {
  actions: string[];
  needs: string[];
}

export interface ProcessValue {
  name: string;
  type: string;
  required: boolean;
}

export interface ProcessVoteView {
  way: string;
  words: string;
  seats: ProcessSeatView[];
}

export interface ProcessWaiting {
  step: string;
  holders: ProcessPersonRef[];
  pools: string[];
  since: Instant;
  due: Instant | null;
}

export interface ProcessWay {
  steps: ProcessStep[];
  outcome: string | null;
}

export interface ProcessWithdrawal {
  comment?: string | null;
  revision?: number | null;
}

export interface RecordCheckView {
  id: string;
  state: 'running' | 'intact' | 'broken' | 'interrupted';
  person: string | null;
  startedAt: Instant;
  endedAt: Instant | null;
  total: number;
  done: number;
  entries: number;
  seals: number;
  found: number;
  findings: RecordFindingView[];
}

export interface RecordEntryLine {
  number: number;
  id: string;
  at: Instant;
  person: string | null;
  onBehalfOf: string | null;
  action: string;
  text: string | null;
  kind: string | null;
  address: string | null;
  link: string;
  erased: boolean;
  erasable: boolean;
}

export interface RecordErasure {
  comment?: string | null;
}

export interface RecordExportView {
  id: string;
  person: string | null;
  at: Instant;
  kind: string;
  state: string | null;
  process: string | null;
  q: string | null;
  total: number;
  done: number;
  over: boolean;
}

export interface RecordExportViewPage {
  items: RecordExportView[];
  next: string | null;
}

export interface RecordFindingView {
  kind: string;
  requestId: string | null;
  number: string | null;
  entry: number;
  seal: number;
  sentence: string;
}

export interface RecordMonths {
  months?: number | null;
}

export interface RecordPrintView {
  genuine: boolean;
  number: string | null;
  status: string | null;
  statusName: string | null;
  printedAt: LocalTime | null;
  digest: string | null;
  file: string | null;
  entries: number;
  since: number;
  why: string | null;
}

export interface RecordRequestCheck {
  finding: RecordFindingView | null;
}

export interface RecordRetentionRule {
  process: string;
  months: number;
  person: string | null;
  changedAt: Instant;
}

export interface RecordRetentionRulePage {
  items: RecordRetentionRule[];
  next: string | null;
}

export interface RecordStanding {
  requests: number;
  seals: number;
  sealedAt: Instant | null;
  key: string;
  latest: RecordCheckView | null;
}

export interface RecordWish {
  state?: string | null;
  process?: string | null;
  q?: string | null;
  applicant?: string | null;
  kind?: string | null;
}

export interface Refusal {
  type: string;
  title: string;
  status: number;
  instance?: string | null;
  errors?: FieldMessage[] | null;
  findings?: ProcessModelFinding[] | null;
}

export interface RequestRecord {
  id: string;
  number: string;
  title: string;
  sealed: number;
  finding: RecordFindingView | null;
  entries: RecordEntryLine[];
}

export interface StoredFile {
  id: string;
  name: string;
  size: number;
  type: string;
}

export interface StudioBegun {
  id: string;
  made: boolean;
}

export interface StudioChangedSource {
  source?: string | null;
  revision?: number | null;
}

export interface StudioDecisionWord {
  key: string;
  name: string;
}

export interface StudioDesignItem {
  id: string;
  name: string;
  kind: string;
  key: string | null;
  revision: number;
  changedAt: Instant;
  changedBy: StudioDesigner;
  published: number | null;
  changedSince: boolean;
}

export interface StudioDesignItemPage {
  items: StudioDesignItem[];
  next: string | null;
}

export interface StudioDesignName {
  name?: string | null;
}

export interface StudioDesignView {
  id: string;
  name: string;
  kind: string;
  key: string | null;
  revision: number;
  changedAt: Instant;
  changedBy: StudioDesigner;
  published: number | null;
  changedSince: boolean;
  editors: StudioDesigner[];
}

export interface StudioDesigner {
  id: string;
  name: string;
}

export interface StudioEditors {
  editors: StudioDesigner[];
}

export interface StudioFormWord {
  key: string;
  name: string;
  fields: ProcessField[];
}

export interface StudioFromTemplate {
  name?: string | null;
  key?: string | null;
}

export interface StudioMadeDesign {
  id: string;
}

export interface StudioNewDesign {
  name?: string | null;
  kind?: string | null;
  source?: string | null;
}

export interface StudioParameter {
  name: string;
  type: string;
}

export interface StudioPublish {
  note?: string | null;
  reason?: string | null;
}

export interface StudioPublished {
  process: string;
  version: number;
}

export interface StudioReport {
  publishable: boolean;
  findings: ProcessModelFinding[];
}

export interface StudioRestore {
  version?: number | null;
  revision?: number | null;
}

export interface StudioRevision {
  revision: number;
}

export interface StudioRoleWord {
  key: string;
  name: string;
}

export interface StudioRuleWord {
  name: string;
  label: string;
  parameters: StudioParameter[];
}

export interface StudioRunningItem {
  key: string;
  name: string;
  category: string;
  version: number;
  model: string | null;
}

export interface StudioRunningItemPage {
  items: StudioRunningItem[];
  next: string | null;
}

export interface StudioTemplateItem {
  key: string;
  name: string;
  description: string;
  category: string;
  icon: string;
}

export interface StudioTemplateItemPage {
  items: StudioTemplateItem[];
  next: string | null;
}

export interface StudioVersionItem {
  version: number;
  at: Instant;
  by: StudioDesigner | null;
  note: string | null;
  reason: string | null;
  current: boolean;
}

export interface StudioVersionItemPage {
  items: StudioVersionItem[];
  next: string | null;
}

export interface StudioVocabulary {
  steps: ProcessNamed[];
  rules: StudioRuleWord[];
  modes: StudioWord[];
  actions: StudioWord[];
  events: StudioWord[];
  forms: StudioFormWord[];
  decisions: StudioDecisionWord[];
  roles: StudioRoleWord[];
}

export interface StudioWord {
  name: string;
  label: string;
}

export interface WorktaskAcceptor {
  person: WorktaskWho;
  answer: 'waiting' | 'accepted' | 'refused' | null;
  standsFor: WorktaskWho | null;
  away: boolean;
}

export interface WorktaskAcceptorsBody {
  acceptors?: string[] | null;
  reason?: string | null;
}

export interface WorktaskCounts {
  planned: number;
  doing: number;
  accepting: number;
  closed: number;
  late: number;
  team: number;
  teamLate: number;
}

export interface WorktaskDelayBody {
  remedy?: string | null;
  end?: string | null;
}

export interface WorktaskDetail {
  item: WorktaskItem;
  goal: string;
  creator: WorktaskWho;
  acting: WorktaskWho | null;
  due: Instant;
  rhythm: string;
  askedEnd: LocalDay | null;
  nextReport: LocalDay | null;
  createdAt: Instant;
  participants: WorktaskWho[];
  acceptors: WorktaskAcceptor[];
  resources: WorktaskNeed[];
  attachments: StoredFile[];
  result: WorktaskResult | null;
  task: string | null;
  actions: string[];
}

export interface WorktaskEndBody {
  end?: string | null;
  reason?: string | null;
}

export interface WorktaskItem {
  id: string;
  number: string;
  name: string;
  owner: WorktaskWho;
  start: LocalDay;
  end: LocalDay;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  stage: 'planned' | 'doing' | 'accepting' | 'closed' | 'cancelled';
  progress: number;
  round: number;
  late: boolean;
  remedied: boolean;
  roles: ('owner' | 'creator' | 'participant' | 'acceptor')[];
  yours: boolean;
  updatedAt: Instant;
  endedAt: Instant | null;
}

export interface WorktaskItemPage {
  items: WorktaskItem[];
  next: string | null;
}

export interface WorktaskLine {
  id: string;
  at: Instant;
  day: LocalDay;
  person: WorktaskWho | null;
  kind: string;
  progress: number | null;
  words: string | null;
  newEnd: LocalDay | null;
  people: WorktaskWho[];
  files: StoredFile[];
}

export interface WorktaskLinePage {
  items: WorktaskLine[];
  next: string | null;
}

export interface WorktaskNeed {
  kind: string;
  note: string | null;
}

export interface WorktaskOwnerBody {
  owner?: string | null;
  reason?: string | null;
}

export interface WorktaskReportBody {
  progress?: number | null;
  words?: string | null;
  day?: string | null;
}

export interface WorktaskResult {
  at: Instant;
  by: WorktaskWho;
  words: string | null;
  files: StoredFile[];
}

export interface WorktaskWho {
  id: string;
  name: string;
  portrait: string | null;
}

/** Every call, by method and path. */
export interface Calls {
  'GET /admin/delegations': {
    path: '/admin/delegations';
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: ApprovalDelegationItemPage;
  };
  'GET /admin/people/{id}/handover': {
    path: `/admin/people/${string}/handover`;
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: ProcessHoldings;
  };
  'POST /admin/people/{id}/handover': {
    path: `/admin/people/${string}/handover`;
    query: Record<never, never>;
    body: ProcessAsked;
    answer: ProcessHandedOver;
  };
  'GET /admin/record': {
    path: '/admin/record';
    query: Record<never, never>;
    body: undefined;
    answer: RecordStanding;
  };
  'POST /admin/record/checks': {
    path: '/admin/record/checks';
    query: Record<never, never>;
    body: undefined;
    answer: RecordCheckView;
  };
  'GET /admin/record/checks/{id}': {
    path: `/admin/record/checks/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: RecordCheckView;
  };
  'GET /admin/record/exports': {
    path: '/admin/record/exports';
    query: Record<never, never>;
    body: undefined;
    answer: RecordExportViewPage;
  };
  'POST /admin/record/exports': {
    path: '/admin/record/exports';
    query: Record<never, never>;
    body: RecordWish;
    answer: RecordExportView;
  };
  'GET /admin/record/exports/{id}': {
    path: `/admin/record/exports/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: RecordExportView;
  };
  'GET /admin/record/exports/{id}/file': {
    path: `/admin/record/exports/${string}/file`;
    query: Record<never, never>;
    body: undefined;
    answer: unknown;
  };
  'GET /admin/record/requests/{id}': {
    path: `/admin/record/requests/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: RequestRecord;
  };
  'POST /admin/record/requests/{id}/entries/{entry}/erase': {
    path: `/admin/record/requests/${string}/entries/${string}/erase`;
    query: Record<never, never>;
    body: RecordErasure;
    answer: RecordRequestCheck;
  };
  'GET /admin/record/retention': {
    path: '/admin/record/retention';
    query: Record<never, never>;
    body: undefined;
    answer: RecordRetentionRulePage;
  };
  'PUT /admin/record/retention/{process}': {
    path: `/admin/record/retention/${string}`;
    query: Record<never, never>;
    body: RecordMonths;
    answer: RecordRetentionRulePage;
  };
  'GET /admin/requests': {
    path: '/admin/requests';
    query: { state?: string; process?: string; q?: string; applicant?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: ProcessAdminItemPage;
  };
  'GET /admin/requests/processes': {
    path: '/admin/requests/processes';
    query: Record<never, never>;
    body: undefined;
    answer: ProcessProcedurePage;
  };
  'GET /admin/requests/{id}': {
    path: `/admin/requests/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessMeans;
  };
  'POST /admin/requests/{id}/correct': {
    path: `/admin/requests/${string}/correct`;
    query: Record<never, never>;
    body: ProcessCorrection;
    answer: ProcessRequestView;
  };
  'GET /admin/requests/{id}/jump': {
    path: `/admin/requests/${string}/jump`;
    query: { from?: string; to?: string; };
    body: undefined;
    answer: ProcessJumpMeans;
  };
  'POST /admin/requests/{id}/jump': {
    path: `/admin/requests/${string}/jump`;
    query: Record<never, never>;
    body: ProcessJump;
    answer: ProcessRequestView;
  };
  'POST /admin/requests/{id}/resume': {
    path: `/admin/requests/${string}/resume`;
    query: Record<never, never>;
    body: ProcessSaid;
    answer: ProcessRequestView;
  };
  'POST /admin/requests/{id}/retry': {
    path: `/admin/requests/${string}/retry`;
    query: Record<never, never>;
    body: ProcessRetry;
    answer: ProcessRequestView;
  };
  'POST /admin/requests/{id}/stop': {
    path: `/admin/requests/${string}/stop`;
    query: Record<never, never>;
    body: ProcessSaid;
    answer: ProcessRequestView;
  };
  'POST /admin/requests/{id}/suspend': {
    path: `/admin/requests/${string}/suspend`;
    query: Record<never, never>;
    body: ProcessSaid;
    answer: ProcessRequestView;
  };
  'GET /calendar/away': {
    path: '/calendar/away';
    query: { from: LocalDay; to: LocalDay; department?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: CalendarAbsencePage;
  };
  'GET /calendar/days': {
    path: '/calendar/days';
    query: { from: LocalDay; to: LocalDay; };
    body: undefined;
    answer: CalendarDayPage;
  };
  'PUT /calendar/days/{date}': {
    path: `/calendar/days/${string}`;
    query: Record<never, never>;
    body: CalendarDayBody;
    answer: CalendarDay;
  };
  'DELETE /calendar/days/{date}': {
    path: `/calendar/days/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /calendar/entries': {
    path: '/calendar/entries';
    query: { from: LocalDay; to: LocalDay; };
    body: undefined;
    answer: CalendarEntryPage;
  };
  'GET /calendar/hours': {
    path: '/calendar/hours';
    query: Record<never, never>;
    body: undefined;
    answer: CalendarHoursBody;
  };
  'GET /calendar/years': {
    path: '/calendar/years';
    query: Record<never, never>;
    body: undefined;
    answer: CalendarYearPage;
  };
  'PUT /calendar/years/{year}': {
    path: `/calendar/years/${number}`;
    query: Record<never, never>;
    body: CalendarYearBody;
    answer: CalendarYear;
  };
  'GET /delegations': {
    path: '/delegations';
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: ApprovalDelegationItemPage;
  };
  'POST /delegations': {
    path: '/delegations';
    query: Record<never, never>;
    body: ApprovalAsked;
    answer: ApprovalChanged;
  };
  'POST /delegations/preview': {
    path: '/delegations/preview';
    query: Record<never, never>;
    body: ApprovalAsked;
    answer: ApprovalPreview;
  };
  'GET /delegations/processes': {
    path: '/delegations/processes';
    query: Record<never, never>;
    body: undefined;
    answer: ProcessProcedurePage;
  };
  'GET /delegations/{id}': {
    path: `/delegations/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ApprovalDelegationItem;
  };
  'DELETE /delegations/{id}': {
    path: `/delegations/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ApprovalChanged;
  };
  'GET /departments': {
    path: '/departments';
    query: Record<never, never>;
    body: undefined;
    answer: OrgDepartmentItemPage;
  };
  'POST /departments': {
    path: '/departments';
    query: Record<never, never>;
    body: OrgDepartmentBody;
    answer: OrgDepartment;
  };
  'PUT /departments/{id}': {
    path: `/departments/${string}`;
    query: Record<never, never>;
    body: OrgDepartmentBody;
    answer: OrgDepartment;
  };
  'GET /drafts': {
    path: '/drafts';
    query: { process?: string; };
    body: undefined;
    answer: ProcessDraftItemPage;
  };
  'POST /drafts': {
    path: '/drafts';
    query: Record<never, never>;
    body: ProcessNewDraft;
    answer: ProcessSavedView;
  };
  'GET /drafts/{id}': {
    path: `/drafts/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessDraftView;
  };
  'PUT /drafts/{id}': {
    path: `/drafts/${string}`;
    query: Record<never, never>;
    body: ProcessChangedDraft;
    answer: ProcessSavedView;
  };
  'DELETE /drafts/{id}': {
    path: `/drafts/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'POST /drafts/{id}/restore': {
    path: `/drafts/${string}/restore`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessDraftItem;
  };
  'GET /events': {
    path: '/events';
    query: Record<never, never>;
    body: undefined;
    answer: unknown;
  };
  'GET /expenses': {
    path: '/expenses';
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: ExpenseItemPage;
  };
  'GET /expenses/categories': {
    path: '/expenses/categories';
    query: Record<never, never>;
    body: undefined;
    answer: ExpenseCategoryItemPage;
  };
  'POST /expenses/count': {
    path: '/expenses/count';
    query: Record<never, never>;
    body: ExpenseCountBody;
    answer: ExpenseCount;
  };
  'GET /expenses/desk/budgets': {
    path: '/expenses/desk/budgets';
    query: { year?: number; };
    body: undefined;
    answer: ExpenseBudgetItemPage;
  };
  'PUT /expenses/desk/budgets/{department}/{year}': {
    path: `/expenses/desk/budgets/${string}/${number}`;
    query: Record<never, never>;
    body: ExpenseBudgetBody;
    answer: ExpenseBudgetItem;
  };
  'GET /expenses/desk/claims': {
    path: '/expenses/desk/claims';
    query: { state?: string; department?: string; q?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: ExpenseItemPage;
  };
  'GET /expenses/desk/export': {
    path: '/expenses/desk/export';
    query: { state?: string; claim?: string[]; from?: string; to?: string; };
    body: undefined;
    answer: unknown;
  };
  'POST /expenses/desk/payments': {
    path: '/expenses/desk/payments';
    query: Record<never, never>;
    body: ExpensePayBody;
    answer: ExpenseItemPage;
  };
  'GET /expenses/desk/totals': {
    path: '/expenses/desk/totals';
    query: Record<never, never>;
    body: undefined;
    answer: ExpenseTotalPage;
  };
  'GET /expenses/totals': {
    path: '/expenses/totals';
    query: Record<never, never>;
    body: undefined;
    answer: ExpenseTotalPage;
  };
  'GET /expenses/{request}': {
    path: `/expenses/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ExpenseClaim;
  };
  'POST /expenses/{request}/stop': {
    path: `/expenses/${string}/stop`;
    query: Record<never, never>;
    body: ExpenseStopBody;
    answer: ExpenseClaim;
  };
  'POST /files': {
    path: '/files';
    query: Record<never, never>;
    body: { file: Blob; } | undefined;
    answer: StoredFile;
  };
  'GET /files/{id}': {
    path: `/files/${string}`;
    query: { inline?: boolean; };
    body: undefined;
    answer: unknown;
  };
  'GET /files/{id}/info': {
    path: `/files/${string}/info`;
    query: Record<never, never>;
    body: undefined;
    answer: StoredFile;
  };
  'GET /grants': {
    path: '/grants';
    query: { past?: boolean; cursor?: string; limit?: number; };
    body: undefined;
    answer: GrantHeldItemPage;
  };
  'GET /grants/facts': {
    path: '/grants/facts';
    query: { request: string; };
    body: undefined;
    answer: GrantFacts;
  };
  'GET /grants/owned': {
    path: '/grants/owned';
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: GrantOwnedItemPage;
  };
  'GET /grants/rights': {
    path: '/grants/rights';
    query: Record<never, never>;
    body: undefined;
    answer: AccessRightPage;
  };
  'GET /grants/things': {
    path: '/grants/things';
    query: { q?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: GrantThingItemPage;
  };
  'POST /grants/things': {
    path: '/grants/things';
    query: Record<never, never>;
    body: GrantChangeBody;
    answer: GrantMade;
  };
  'GET /grants/things/{id}': {
    path: `/grants/things/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: GrantCard;
  };
  'PUT /grants/things/{id}': {
    path: `/grants/things/${string}`;
    query: Record<never, never>;
    body: GrantChangeBody;
    answer: GrantMade;
  };
  'GET /grants/things/{id}/holders': {
    path: `/grants/things/${string}/holders`;
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: GrantHolderItemPage;
  };
  'POST /grants/{id}/give-back': {
    path: `/grants/${string}/give-back`;
    query: Record<never, never>;
    body: GrantEndBody;
    answer: void;
  };
  'POST /grants/{id}/revoke': {
    path: `/grants/${string}/revoke`;
    query: Record<never, never>;
    body: GrantEndBody;
    answer: void;
  };
  'POST /insight/again': {
    path: '/insight/again';
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /insight/mine': {
    path: '/insight/mine';
    query: { from?: LocalDay; to?: LocalDay; };
    body: undefined;
    answer: InsightOwnNumbers;
  };
  'GET /insight/processes': {
    path: '/insight/processes';
    query: { from?: LocalDay; to?: LocalDay; department?: string; };
    body: undefined;
    answer: InsightProcessLinePage;
  };
  'GET /insight/processes/{key}': {
    path: `/insight/processes/${string}`;
    query: { from?: LocalDay; to?: LocalDay; department?: string; };
    body: undefined;
    answer: InsightProcessNumbers;
  };
  'GET /insight/processes/{key}/drawing': {
    path: `/insight/processes/${string}/drawing`;
    query: Record<never, never>;
    body: undefined;
    answer: InsightDrawing;
  };
  'GET /insight/processes/{key}/requests': {
    path: `/insight/processes/${string}/requests`;
    query: { from?: LocalDay; to?: LocalDay; department?: string; what?: string; step?: string; person?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: InsightBehindPage;
  };
  'GET /insight/scope': {
    path: '/insight/scope';
    query: Record<never, never>;
    body: undefined;
    answer: InsightScopeView;
  };
  'GET /insight/sheet': {
    path: '/insight/sheet';
    query: { from: LocalDay; to: LocalDay; department?: string; process?: string; part?: string; kind?: string; };
    body: undefined;
    answer: unknown;
  };
  'GET /leaves': {
    path: '/leaves';
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: LeaveItemPage;
  };
  'GET /leaves/balances': {
    path: '/leaves/balances';
    query: { year?: number; };
    body: undefined;
    answer: LeaveBalancePage;
  };
  'POST /leaves/count': {
    path: '/leaves/count';
    query: Record<never, never>;
    body: LeaveCountBody;
    answer: LeaveCount;
  };
  'GET /leaves/facts': {
    path: '/leaves/facts';
    query: { request: string; };
    body: undefined;
    answer: LeaveFacts;
  };
  'GET /leaves/ledger': {
    path: '/leaves/ledger';
    query: { type?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: LeaveLedgerItemPage;
  };
  'POST /leaves/people/{person}/adjust': {
    path: `/leaves/people/${string}/adjust`;
    query: Record<never, never>;
    body: LeaveAdjustBody;
    answer: LeaveBalance;
  };
  'GET /leaves/people/{person}/balances': {
    path: `/leaves/people/${string}/balances`;
    query: { year?: number; };
    body: undefined;
    answer: LeaveBalancePage;
  };
  'GET /leaves/people/{person}/ledger': {
    path: `/leaves/people/${string}/ledger`;
    query: { type?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: LeaveLedgerItemPage;
  };
  'GET /leaves/types': {
    path: '/leaves/types';
    query: Record<never, never>;
    body: undefined;
    answer: LeaveTypeItemPage;
  };
  'POST /login': {
    path: '/login';
    query: Record<never, never>;
    body: AccessLoginBody;
    answer: AccessLoggedIn;
  };
  'POST /logout': {
    path: '/logout';
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /me': {
    path: '/me';
    query: Record<never, never>;
    body: undefined;
    answer: AccessMe;
  };
  'PUT /me': {
    path: '/me';
    query: Record<never, never>;
    body: AccessContactBody;
    answer: AccessMe;
  };
  'POST /me/password': {
    path: '/me/password';
    query: Record<never, never>;
    body: AccessPasswordBody;
    answer: void;
  };
  'PUT /me/portrait': {
    path: '/me/portrait';
    query: Record<never, never>;
    body: FilePortrait;
    answer: FilePortrait;
  };
  'GET /meetings': {
    path: '/meetings';
    query: { view?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: MeetingItemPage;
  };
  'POST /meetings': {
    path: '/meetings';
    query: Record<never, never>;
    body: MeetingBookBody;
    answer: MeetingMade;
  };
  'GET /meetings/busy': {
    path: '/meetings/busy';
    query: { people: string[]; from: LocalDay; to: LocalDay; except?: string; };
    body: undefined;
    answer: MeetingPersonDayPage;
  };
  'GET /meetings/{id}': {
    path: `/meetings/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: Meeting;
  };
  'PUT /meetings/{id}': {
    path: `/meetings/${string}`;
    query: Record<never, never>;
    body: MeetingChangeBody;
    answer: Meeting;
  };
  'PUT /meetings/{id}/answer': {
    path: `/meetings/${string}/answer`;
    query: Record<never, never>;
    body: MeetingAnswerBody;
    answer: Meeting;
  };
  'POST /meetings/{id}/cancel': {
    path: `/meetings/${string}/cancel`;
    query: Record<never, never>;
    body: MeetingCancelBody;
    answer: Meeting;
  };
  'GET /notifications': {
    path: '/notifications';
    query: { unread?: boolean; group?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: NotifyNoticeViewPage;
  };
  'GET /notifications/count': {
    path: '/notifications/count';
    query: Record<never, never>;
    body: undefined;
    answer: NotifyUnread;
  };
  'POST /notifications/read-all': {
    path: '/notifications/read-all';
    query: { group?: string; };
    body: undefined;
    answer: NotifyUnread;
  };
  'GET /notifications/settings': {
    path: '/notifications/settings';
    query: Record<never, never>;
    body: undefined;
    answer: NotifySettings;
  };
  'PUT /notifications/settings': {
    path: '/notifications/settings';
    query: Record<never, never>;
    body: NotifySettingsBody;
    answer: NotifySettings;
  };
  'POST /notifications/{id}/read': {
    path: `/notifications/${string}/read`;
    query: Record<never, never>;
    body: undefined;
    answer: NotifyUnread;
  };
  'GET /onboardings': {
    path: '/onboardings';
    query: { state?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: OnboardingItemPage;
  };
  'GET /onboardings/mine': {
    path: '/onboardings/mine';
    query: Record<never, never>;
    body: undefined;
    answer: OnboardingDetail | undefined;
  };
  'POST /onboardings/mine/portrait': {
    path: '/onboardings/mine/portrait';
    query: Record<never, never>;
    body: OnboardingPortraitBody;
    answer: OnboardingDetail;
  };
  'POST /onboardings/mine/question': {
    path: '/onboardings/mine/question';
    query: Record<never, never>;
    body: OnboardingQuestionBody;
    answer: void;
  };
  'GET /onboardings/{id}': {
    path: `/onboardings/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: OnboardingDetail;
  };
  'PUT /onboardings/{id}': {
    path: `/onboardings/${string}`;
    query: Record<never, never>;
    body: OnboardingCorrection;
    answer: OnboardingDetail;
  };
  'POST /onboardings/{id}/cancel': {
    path: `/onboardings/${string}/cancel`;
    query: Record<never, never>;
    body: OnboardingCancelBody;
    answer: OnboardingDetail;
  };
  'POST /onboardings/{id}/password': {
    path: `/onboardings/${string}/password`;
    query: Record<never, never>;
    body: undefined;
    answer: OnboardingIssued;
  };
  'GET /options/{source}': {
    path: `/options/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessOptionPage;
  };
  'GET /people': {
    path: '/people';
    query: { q?: string; department?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: OrgPersonItemPage;
  };
  'POST /people': {
    path: '/people';
    query: Record<never, never>;
    body: AccessNewPersonBody;
    answer: AccessEmployed;
  };
  'GET /people/{id}': {
    path: `/people/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: OrgCard;
  };
  'PUT /people/{id}': {
    path: `/people/${string}`;
    query: Record<never, never>;
    body: OrgPersonBody;
    answer: OrgCard;
  };
  'GET /people/{id}/portrait': {
    path: `/people/${string}/portrait`;
    query: Record<never, never>;
    body: undefined;
    answer: unknown;
  };
  'POST /people/{id}/reset-password': {
    path: `/people/${string}/reset-password`;
    query: Record<never, never>;
    body: undefined;
    answer: AccessNewPassword;
  };
  'GET /people/{id}/roles': {
    path: `/people/${string}/roles`;
    query: Record<never, never>;
    body: undefined;
    answer: AccessRolesOf;
  };
  'PUT /people/{id}/roles': {
    path: `/people/${string}/roles`;
    query: Record<never, never>;
    body: AccessRolesBody;
    answer: AccessRolesOf;
  };
  'GET /phrases': {
    path: '/phrases';
    query: Record<never, never>;
    body: undefined;
    answer: ApprovalOwn;
  };
  'PUT /phrases': {
    path: '/phrases';
    query: Record<never, never>;
    body: ApprovalPhraseList;
    answer: ApprovalOwn;
  };
  'GET /processes': {
    path: '/processes';
    query: Record<never, never>;
    body: undefined;
    answer: ProcessItemPage;
  };
  'GET /processes/{key}/form': {
    path: `/processes/${string}/form`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessStartForm;
  };
  'POST /processes/{key}/preview': {
    path: `/processes/${string}/preview`;
    query: Record<never, never>;
    body: ProcessDraft;
    answer: ProcessWay;
  };
  'GET /requests': {
    path: '/requests';
    query: { q?: string; id?: string[]; };
    body: undefined;
    answer: ProcessRequestItemPage;
  };
  'POST /requests': {
    path: '/requests';
    query: Record<never, never>;
    body: ProcessSubmission;
    answer: ProcessSubmitted;
  };
  'GET /requests/{id}': {
    path: `/requests/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessRequestView;
  };
  'POST /requests/{id}/comments': {
    path: `/requests/${string}/comments`;
    query: Record<never, never>;
    body: ProcessComment;
    answer: ProcessRequestView;
  };
  'POST /requests/{id}/copies': {
    path: `/requests/${string}/copies`;
    query: Record<never, never>;
    body: ProcessCopies;
    answer: ProcessRequestView;
  };
  'GET /requests/{id}/diagram': {
    path: `/requests/${string}/diagram`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessDiagram;
  };
  'GET /requests/{id}/pdf': {
    path: `/requests/${string}/pdf`;
    query: { language?: string; };
    body: undefined;
    answer: unknown;
  };
  'POST /requests/{id}/read': {
    path: `/requests/${string}/read`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /requests/{id}/related': {
    path: `/requests/${string}/related`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessRelatedView;
  };
  'POST /requests/{id}/related': {
    path: `/requests/${string}/related`;
    query: Record<never, never>;
    body: ProcessMore;
    answer: ProcessRelatedView;
  };
  'DELETE /requests/{id}/related/{other}': {
    path: `/requests/${string}/related/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessRelatedView;
  };
  'POST /requests/{id}/revoke': {
    path: `/requests/${string}/revoke`;
    query: Record<never, never>;
    body: ProcessWithdrawal;
    answer: ProcessRequestView;
  };
  'POST /requests/{id}/urge': {
    path: `/requests/${string}/urge`;
    query: Record<never, never>;
    body: ProcessWithdrawal | undefined;
    answer: ProcessRequestView;
  };
  'POST /requests/{id}/withdraw': {
    path: `/requests/${string}/withdraw`;
    query: Record<never, never>;
    body: ProcessWithdrawal;
    answer: ProcessRequestView;
  };
  'GET /roles': {
    path: '/roles';
    query: Record<never, never>;
    body: undefined;
    answer: AccessRoleItemPage;
  };
  'GET /rooms': {
    path: '/rooms';
    query: { date?: LocalDay; };
    body: undefined;
    answer: MeetingRoomItemPage;
  };
  'POST /rooms': {
    path: '/rooms';
    query: Record<never, never>;
    body: MeetingRoomBody;
    answer: MeetingRoom;
  };
  'GET /rooms/all': {
    path: '/rooms/all';
    query: Record<never, never>;
    body: undefined;
    answer: MeetingRoomPage;
  };
  'PUT /rooms/{id}': {
    path: `/rooms/${string}`;
    query: Record<never, never>;
    body: MeetingRoomBody;
    answer: MeetingRoom;
  };
  'GET /sessions': {
    path: '/sessions';
    query: Record<never, never>;
    body: undefined;
    answer: AccessSessionItemPage;
  };
  'DELETE /sessions/{id}': {
    path: `/sessions/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /setup': {
    path: '/setup';
    query: Record<never, never>;
    body: undefined;
    answer: AccessState;
  };
  'POST /setup': {
    path: '/setup';
    query: Record<never, never>;
    body: AccessSetupBody;
    answer: AccessAdministrator;
  };
  'GET /signature': {
    path: '/signature';
    query: Record<never, never>;
    body: undefined;
    answer: ApprovalKept;
  };
  'PUT /signature': {
    path: '/signature';
    query: Record<never, never>;
    body: ApprovalNewSignature;
    answer: ApprovalKept;
  };
  'DELETE /signature': {
    path: '/signature';
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'POST /signature/copies': {
    path: '/signature/copies';
    query: Record<never, never>;
    body: ApprovalPassword;
    answer: ApprovalCopy;
  };
  'GET /studio/models': {
    path: '/studio/models';
    query: { kind?: string; q?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: StudioDesignItemPage;
  };
  'POST /studio/models': {
    path: '/studio/models';
    query: Record<never, never>;
    body: StudioNewDesign;
    answer: StudioMadeDesign;
  };
  'GET /studio/models/{id}': {
    path: `/studio/models/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: StudioDesignView;
  };
  'DELETE /studio/models/{id}': {
    path: `/studio/models/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'PUT /studio/models/{id}/name': {
    path: `/studio/models/${string}/name`;
    query: Record<never, never>;
    body: StudioDesignName;
    answer: StudioDesignView;
  };
  'POST /studio/models/{id}/open': {
    path: `/studio/models/${string}/open`;
    query: Record<never, never>;
    body: undefined;
    answer: StudioEditors;
  };
  'POST /studio/models/{id}/publish': {
    path: `/studio/models/${string}/publish`;
    query: Record<never, never>;
    body: StudioPublish;
    answer: StudioPublished;
  };
  'POST /studio/models/{id}/restore': {
    path: `/studio/models/${string}/restore`;
    query: Record<never, never>;
    body: StudioRestore;
    answer: StudioRevision;
  };
  'GET /studio/models/{id}/source': {
    path: `/studio/models/${string}/source`;
    query: Record<never, never>;
    body: undefined;
    answer: unknown;
  };
  'PUT /studio/models/{id}/source': {
    path: `/studio/models/${string}/source`;
    query: Record<never, never>;
    body: StudioChangedSource;
    answer: StudioRevision;
  };
  'POST /studio/models/{id}/validate': {
    path: `/studio/models/${string}/validate`;
    query: Record<never, never>;
    body: undefined;
    answer: StudioReport;
  };
  'GET /studio/models/{id}/versions': {
    path: `/studio/models/${string}/versions`;
    query: Record<never, never>;
    body: undefined;
    answer: StudioVersionItemPage;
  };
  'GET /studio/models/{id}/versions/{version}/source': {
    path: `/studio/models/${string}/versions/${number}/source`;
    query: Record<never, never>;
    body: undefined;
    answer: unknown;
  };
  'GET /studio/processes': {
    path: '/studio/processes';
    query: Record<never, never>;
    body: undefined;
    answer: StudioRunningItemPage;
  };
  'POST /studio/processes/{key}/model': {
    path: `/studio/processes/${string}/model`;
    query: Record<never, never>;
    body: undefined;
    answer: StudioBegun;
  };
  'GET /studio/templates': {
    path: '/studio/templates';
    query: Record<never, never>;
    body: undefined;
    answer: StudioTemplateItemPage;
  };
  'POST /studio/templates/{key}': {
    path: `/studio/templates/${string}`;
    query: Record<never, never>;
    body: StudioFromTemplate;
    answer: StudioMadeDesign;
  };
  'GET /studio/vocabulary': {
    path: '/studio/vocabulary';
    query: Record<never, never>;
    body: undefined;
    answer: StudioVocabulary;
  };
  'GET /tasks': {
    path: '/tasks';
    query: { view?: string; q?: string; process?: string; due?: string; sort?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: ProcessTaskItemPage;
  };
  'POST /tasks/batch': {
    path: '/tasks/batch';
    query: Record<never, never>;
    body: ProcessBatch;
    answer: ProcessBatchResult;
  };
  'GET /tasks/counts': {
    path: '/tasks/counts';
    query: Record<never, never>;
    body: undefined;
    answer: ProcessCounts;
  };
  'GET /tasks/filters': {
    path: '/tasks/filters';
    query: Record<never, never>;
    body: undefined;
    answer: ProcessOwnFilters;
  };
  'PUT /tasks/filters': {
    path: '/tasks/filters';
    query: Record<never, never>;
    body: ProcessKeptFilters;
    answer: ProcessOwnFilters;
  };
  'GET /tasks/{id}': {
    path: `/tasks/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: ProcessTaskView;
  };
  'POST /tasks/{id}/{action}': {
    path: `/tasks/${string}/${string}`;
    query: Record<never, never>;
    body: ProcessInput | undefined;
    answer: ProcessResult;
  };
  'GET /tokens': {
    path: '/tokens';
    query: Record<never, never>;
    body: undefined;
    answer: AccessTokenItemPage;
  };
  'POST /tokens': {
    path: '/tokens';
    query: Record<never, never>;
    body: AccessTokenBody;
    answer: AccessNewToken;
  };
  'DELETE /tokens/{id}': {
    path: `/tokens/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: void;
  };
  'GET /verify/{code}': {
    path: `/verify/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: RecordPrintView;
  };
  'GET /worktasks': {
    path: '/worktasks';
    query: { stage?: string; role?: string; q?: string; cursor?: string; limit?: number; };
    body: undefined;
    answer: WorktaskItemPage;
  };
  'GET /worktasks/counts': {
    path: '/worktasks/counts';
    query: Record<never, never>;
    body: undefined;
    answer: WorktaskCounts;
  };
  'GET /worktasks/team': {
    path: '/worktasks/team';
    query: { late?: boolean; cursor?: string; limit?: number; };
    body: undefined;
    answer: WorktaskItemPage;
  };
  'GET /worktasks/{id}': {
    path: `/worktasks/${string}`;
    query: Record<never, never>;
    body: undefined;
    answer: WorktaskDetail;
  };
  'PUT /worktasks/{id}/acceptors': {
    path: `/worktasks/${string}/acceptors`;
    query: Record<never, never>;
    body: WorktaskAcceptorsBody;
    answer: WorktaskDetail;
  };
  'POST /worktasks/{id}/begin': {
    path: `/worktasks/${string}/begin`;
    query: Record<never, never>;
    body: undefined;
    answer: WorktaskDetail;
  };
  'POST /worktasks/{id}/delay': {
    path: `/worktasks/${string}/delay`;
    query: Record<never, never>;
    body: WorktaskDelayBody;
    answer: WorktaskDetail;
  };
  'PUT /worktasks/{id}/end': {
    path: `/worktasks/${string}/end`;
    query: Record<never, never>;
    body: WorktaskEndBody;
    answer: WorktaskDetail;
  };
  'GET /worktasks/{id}/log': {
    path: `/worktasks/${string}/log`;
    query: { cursor?: string; limit?: number; };
    body: undefined;
    answer: WorktaskLinePage;
  };
  'POST /worktasks/{id}/log': {
    path: `/worktasks/${string}/log`;
    query: Record<never, never>;
    body: WorktaskReportBody;
    answer: WorktaskDetail;
  };
  'PUT /worktasks/{id}/owner': {
    path: `/worktasks/${string}/owner`;
    query: Record<never, never>;
    body: WorktaskOwnerBody;
    answer: WorktaskDetail;
  };
}
