import type { JsonObject } from '../../../fake-service/json.ts'

const office = { id: '2' }
const operations = { id: '1' }

const beside: readonly (readonly [first: string, last: string, title: string, department: JsonObject])[] = [
  ['Felix', 'Ortega', 'Site manager', operations],
  ['Maeve', "O'Donnell", 'Buyer', office],
  ['Priya', 'Nair', 'Project manager', operations],
  ['Tom', 'Becker', 'Yard hand', operations],
  ['Ruth', 'Alvarez', 'Estimator', office],
]

/** Who works in a practice company; the last one has left it. */
export function seedEmployees(foreman: string): JsonObject[] {
  const [first = '', last = ''] = foreman.split(' ')
  return [[first, last, 'Foreman', operations] as const, ...beside].map(
    ([firstName, lastName, title, department]) => ({
      entityId: `${firstName} ${lastName}`,
      firstName,
      lastName,
      title,
      email: `${firstName}.${lastName.replaceAll(/\W/g, '')}@practice.example`.toLowerCase(),
      isSalesRep: false,
      subsidiary: { id: '1' },
      department,
      isInactive: lastName === 'Alvarez',
    }),
  )
}
