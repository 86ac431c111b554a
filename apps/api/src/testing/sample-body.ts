import { v7 } from 'uuid'
import type { Route } from '../router/route.ts'
import type { Records } from './stage.ts'

type Sample = (records: Records) => unknown

const graph = { steps: {}, edges: [] }
const mapping = { vendor: 'f_aaaaaa', materials: 'f_aaaaab' }

/** A well-formed body for each route that asks for more than {}. */
const dates = { from: '2020-01-01', to: '2020-01-31', filter: { statuses: ['approved'] } }

const samples: Readonly<Record<string, Sample>> = {
  'POST /needs-attention/retry': () => ({ id: v7(), cause: 'nothing-like-it' }),
  'POST /me/company': ({ companies }) => ({ companyId: companies }),
  'PATCH /companies/:id': () => ({ name: 'Renamed' }),
  'PATCH /people/:id': () => ({ role: 'field' }),
  'POST /invitations': () => ({ email: `${v7()}@example.com`, role: 'field' }),
  'POST /api-keys': () => ({ name: 'ERP', permissions: ['form.read'], days: 30 }),
  'POST /forms': () => ({ name: 'Another' }),
  'PUT /forms/:id': () => ({
    revision: 999,
    content: {
      name: 'Order',
      type: 'custom',
      numbering: { prefix: 'F', projectCode: false, year: true, digits: 4 },
      fields: [],
    },
  }),
  'POST /forms/:id/convert-vendor-field': () => ({ fieldId: 'f_aaaaaa' }),
  'POST /forms/:id/submissions': () => ({ id: v7(), formVersion: 1, values: {} }),
  'POST /forms/:id/preflight': () => ({ id: v7(), formVersion: 1, values: {} }),
  'POST /batches/forecast': ({ forms }) => ({ workflowId: forms, choice: dates }),
  'POST /batches': ({ forms }) => ({ id: v7(), workflowId: forms, choice: dates }),
  'POST /forms/:id/workflows': () => ({ name: 'Nightly', trigger: 'schedule' }),
  'PUT /forms/:id/workflow': () => ({ revision: 999, graph }),
  'POST /forms/:id/workflow/waiting-runs': ({ runs }) => ({ runIds: [runs] }),
  'POST /forms/:id/workflow/lint': () => ({ graph }),
  'POST /forms/:id/workflow/publish': () => ({ revision: 999 }),
  'POST /forms/:id/workflow/preview': ({ submissions, connections }) => ({
    submissionId: submissions,
    connectionId: connections,
    documentKind: 'purchase-order',
    mapping,
    unlinkedItems: { create: false, instead: 'expense-line' },
  }),
  'POST /submissions/:id/revise': () => ({ revision: 999, values: {} }),
  'POST /submissions/:id/comments': () => ({ text: 'Two pallets were damaged.' }),
  'POST /submissions/:id/cancel': () => ({ reason: 'wrong', removeFromLedger: false }),
  'POST /submissions/:id/send': ({ connections }) => ({ connectionId: connections }),
  'POST /submissions/:id/preview': ({ connections }) => ({ connectionId: connections }),
  'POST /effects/:id/undo': () => ({ reason: 'wrong' }),
  'POST /submissions/:id/not-a-duplicate': ({ submissions }) => ({
    twinId: submissions,
    reason: 'another month',
  }),
  'POST /connections/:id/reconcile': () => ({ month: '2026-11' }),
  'POST /connections/:id/reconcile/aside': () => ({ rowId: v7(), reason: 'of before' }),
  'PUT /me/digest': () => ({ wanted: true }),
  'PUT /me/absence': () => ({ from: '2999-01-01', until: '2999-01-02', standInId: v7() }),
  'POST /tasks/:id/hand-over': ({ people }) => ({ to: people }),
  'POST /tasks/decisions': () => ({ decisions: [{ task: v7(), choice: 'approve' }] }),
  'POST /tasks/:id/decision': () => ({ choice: 'approve' }),
  'POST /runs/:id/replay': () => ({ stepId: 's_aaaa', version: 'same' }),
  'POST /runs/:id/cancel': () => ({ reason: 'enough' }),
  'POST /effects/:id/resolve': () => ({ how: 'stop', reason: 'enough' }),
  'POST /company-choices/:id': () => ({ companies: ['1'] }),
  'POST /connections': () => ({ provider: 'none-such', environment: 'practice' }),
  'POST /connections/:id/import': () => ({ lists: ['vendors'], apply: false }),
  'PUT /secrets': () => ({ name: 'warehouse', origin: 'https://api.example.com', value: 'Bearer 1' }),
  'POST /connections/:id/resend': ({ submissions }) => ({ submissionIds: [submissions], dryRun: true }),
  'PUT /connections/:id/mappings': ({ forms }) => ({
    formId: forms,
    mapping: {},
    unlinkedItems: { create: false, instead: 'expense-line' },
  }),
  'POST /conflicts/:id/resolve': () => ({ choices: { city: 'ours' } }),
  'POST /connections/:id/suggestions': () => ({ list: 'vendors', pairs: [{ id: v7(), remoteId: '1' }] }),
  'POST /vendors/:id/portal-links': ({ forms }) => ({ formIds: [forms], days: 30 }),
  'POST /vendors': () => ({ name: v7() }),
  'PUT /vendors/:id': () => ({ name: 'Acme' }),
  'POST /vendors/:id/merge': () => ({ into: v7() }),
  'POST /vendors/:id/create-in-ledger': ({ connections }) => ({ connectionId: connections }),
  'POST /materials': () => ({ name: v7() }),
  'PUT /materials/:id': () => ({ name: 'Cable' }),
  'POST /customers': () => ({ name: v7() }),
  'PUT /customers/:id': () => ({ name: 'City' }),
  'POST /projects': () => ({ name: v7() }),
  'PUT /projects/:id': () => ({ name: 'School' }),
  'POST /cost-codes': () => ({ name: v7(), code: v7().slice(-8) }),
  'PUT /cost-codes/:id': () => ({ name: 'Electrical', code: '16000' }),
  'POST /accounts': () => ({ name: v7(), role: 'expense' }),
  'PUT /company/logo': () => ({ bytes: 'iVBORw0KGgo=' }),
  'PUT /accounts/:id': () => ({ name: 'Materials', role: 'expense' }),
}

export function sampleBody(route: Route, records: Records): unknown {
  if (route.method === 'GET') return undefined
  const sample = samples[`${route.method} ${route.path}`]
  if (sample !== undefined) return sample(records)
  if (route.path === '/files') return upload()
  if (route.path.endsWith('/links') && route.method === 'POST')
    return { connectionId: records.connections, remoteId: '1' }
  if (route.path.endsWith('/import') && !route.path.startsWith('/connections'))
    return { file: 'Name\nAcme', fileName: 'list.csv', apply: false }
  return route.body === undefined ? undefined : {}
}

function upload(): FormData {
  const form = new FormData()
  form.append('file', new Blob(['a note']), 'note.txt')
  return form
}
