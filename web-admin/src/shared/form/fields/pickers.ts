/** The heaviest controls; a page that asks for no day does without them. */
export { ElDatePicker, ElTimeSelect } from 'element-plus';
