/** One sign-in for each role: <role>@practice.example, member of both practice companies. */
export const practicePeople = [
  { role: 'admin', name: 'Ada Marsh' },
  { role: 'bookkeeper', name: 'Ben Okafor' },
  { role: 'approver', name: 'Priya Nair' },
  { role: 'field', name: 'Felix Ortega' },
  { role: 'viewer', name: 'Vera Lindqvist' },
  { role: 'auditor', name: 'Aki Tanaka' },
] as const

export type PracticeRole = (typeof practicePeople)[number]['role']

export function practiceEmail(role: PracticeRole): string {
  return `${role}@practice.example`
}
