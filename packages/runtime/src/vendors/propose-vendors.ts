import type { ProposedVendor, Submission } from '@fieldledger/forms'
import type { CompanyScope, Problem, Task } from '@fieldledger/workflow'
import type { Person } from '../ports/person.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'

export interface ProposeVendors {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  proposed: readonly ProposedVendor[]
  person: Pick<Person, 'name'>
}

/** The vendors that a form names anew stand in the catalogue, each with a task for the bookkeeper, or neither does. */
export async function proposeVendors(store: RuntimeStore, input: ProposeVendors): Promise<void> {
  const { runtime, scope, proposed, submission } = input
  if (proposed.length === 0 || store.transaction === undefined) return
  const { catalogue } = runtime.ports.lookups
  const ids = proposed.map(({ id }) => id)
  const known = await catalogue.vendors({ scope, ids })
  await catalogue.propose({
    scope,
    vendors: proposed,
    by: submission.submittedBy,
    transaction: store.transaction,
  })
  for (const vendor of proposed) {
    const lookedAt = known.has(vendor.id) && known.get(vendor.id)?.state !== 'proposed'
    if (!lookedAt && (await openVendorTask(store, vendor.id)) === undefined)
      await store.tasks.insert([vendorTask(input, vendor)])
  }
}

/** The one open task about this vendor, whichever form named it first. */
export async function openVendorTask(store: RuntimeStore, vendorId: string): Promise<Task | undefined> {
  const [task] = await store.tasks.list({ vendorId, kinds: ['proposed-vendor'], states: ['open'] })
  return task
}

function vendorTask({ runtime, submission, person }: ProposeVendors, vendor: ProposedVendor): Task {
  const phone = vendor.phone === undefined ? '' : `, ${vendor.phone},`
  const problem: Problem = {
    code: 'vendor-proposed',
    severity: 'warning',
    message: `${person.name} did not find "${vendor.name}"${phone} in the list: create it in the ledger, link it to a vendor there, or say which of yours it is.`,
    cure: 'link-vendor',
    params: { vendorId: vendor.id, vendor: vendor.name },
  }
  return {
    id: runtime.newId(),
    companyId: submission.companyId,
    kind: 'proposed-vendor',
    submissionId: submission.id,
    vendorId: vendor.id,
    title: `New vendor: ${vendor.name}`,
    assignees: { roles: ['bookkeeper', 'admin'], people: [] },
    noteRequired: false,
    state: 'open',
    problems: [problem],
    cure: 'link-vendor',
    openedAt: runtime.clock.now(),
  }
}
