/** Who may import what of ours, as docs/architecture.md says. A name with a door allows that door alone. */
export const importTable: Record<string, string[]> = {
  'packages/forms': ['accounting/money'],
  'packages/accounting': [],
  'packages/egress': [],
  'packages/ui': [],
  'packages/workflow': ['forms', 'accounting'],
  'packages/steps': ['workflow', 'forms', 'accounting'],
  'packages/connectors': ['accounting', 'egress'],
  'packages/ocr': ['forms', 'accounting'],
  'packages/documents': ['forms', 'accounting'],
  'packages/connections': ['workflow', 'forms', 'accounting'],
  'packages/catalogue': ['workflow', 'forms', 'accounting'],
  'packages/runtime': ['workflow', 'forms', 'accounting'],
  'packages/storage': ['runtime', 'catalogue', 'connections', 'workflow', 'forms', 'accounting'],
  'packages/contract': ['workflow', 'forms', 'accounting'],
  'apps/web': ['contract', 'steps', 'steps/views', 'workflow', 'forms', 'accounting', 'ui'],
  'apps/api': [
    ...['contract', 'runtime', 'catalogue', 'connections', 'documents', 'storage', 'connectors'],
    ...['steps', 'steps/first-steps', 'egress', 'workflow', 'forms', 'accounting'],
  ],
  'apps/worker': [
    ...['runtime', 'catalogue', 'connections', 'documents', 'ocr', 'storage', 'connectors'],
    // The composition root names the types of what it hands over.
    ...['steps', 'steps/executors', 'egress', 'workflow', 'forms', 'accounting'],
  ],
  'apps/sandbox': ['connectors/fakes', 'accounting'],
  // Practice data is drawn and stored as an admin's own forms and workflows are.
  'apps/local': ['storage', 'catalogue', 'connections', 'workflow', 'forms', 'accounting'],
}

/** Doors for some alone; the others go with the package. */
const guardedDoors = ['steps/executors', 'steps/first-steps', 'steps/views', 'connectors/fakes']

const isView = (path: string) => /^packages\/steps\/src\/(views\/|.*\.tsx$)/.test(path)

export function mayImport(options: {
  path: string
  workspace: string
  target: string
  test: boolean
}): boolean {
  const { path, workspace, target, test } = options
  const [name = ''] = target.split('/')
  if (workspace === `packages/${name}`) return false
  if (target === 'accounting/testing') return test
  const allowed = [...(importTable[workspace] ?? []), ...(isView(path) ? ['ui'] : [])]
  return allowed.includes(target) || (allowed.includes(name) && !guardedDoors.includes(target))
}
