import { day, everyRecord, type Fields, flag, number, reference, text } from './field.ts'

/** `employee` (NSREC): an entity, so its ids are counted with those of vendors and customers. */
export const employeeFields: Fields = {
  ...everyRecord,
  entityId: text(83),
  firstName: text(32),
  middleName: text(32),
  lastName: text(32),
  title: text(100),
  email: text(254),
  phone: text(21),
  mobilePhone: text(21),
  fax: text(21),
  comments: text(999),
  hireDate: day,
  isSalesRep: flag,
  purchaseOrderLimit: number,
  supervisor: reference('entity', 'employee'),
  subsidiary: reference('subsidiary'),
  class: reference('classification'),
  department: reference('department'),
  location: reference('location'),
}
