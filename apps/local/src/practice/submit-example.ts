import { setTimeout as pause } from 'node:timers/promises'
import type { ExampleOrder } from './example-orders.ts'
import { orderFields } from './practice-forms.ts'
import { PracticeRefused, type PracticeSession } from './practice-session.ts'
import type { PracticeForm } from './publish-practice-workflow.ts'

interface Named {
  id: string
  name: string
  code?: string
  unit?: string
  price?: string
  description?: string
}

/** Fills in and submits one example as somebody in the field would. */
export async function submitExample(
  field: PracticeSession,
  { form, order }: { form: PracticeForm; order: ExampleOrder },
): Promise<void> {
  const vendorId = order.proposed?.id ?? (await find(field, { list: 'vendors', name: order.vendor })).id
  const project = await find(field, { list: 'projects', name: order.project })
  await field.post(`/forms/${form.id}/submissions`, {
    id: order.id,
    formVersion: form.version,
    values: {
      [orderFields.vendor]: [vendorId],
      [orderFields.project]: [project.id],
      [orderFields.date]: inDays(0),
      [orderFields.dueDate]: inDays(order.dueInDays),
      ...(order.shipTo === undefined ? {} : { [orderFields.shipTo]: order.shipTo }),
      [orderFields.materials]: await rowsOf(field, order),
      [orderFields.memo]: order.memo,
    },
    ...(order.proposed === undefined
      ? {}
      : {
          proposedVendors: [{ id: order.proposed.id, name: order.vendor, phone: order.proposed.phone }],
        }),
  })
}

/** Decides its approval, as its story says, as soon as the worker has opened the task. */
export async function decideExample(approver: PracticeSession, order: ExampleOrder): Promise<void> {
  if (order.fate === 'leave') return
  const taskId = await openedTask(approver, order)
  if (taskId === undefined) return
  await approver.post(
    `/tasks/${taskId}/decision`,
    order.fate === 'approve'
      ? { choice: 'approve' }
      : { choice: 'reject', note: 'We have six rolls in the yard: take those first.' },
  )
}

const longestWaitMs = 60_000

/** undefined = it was decided before. */
async function openedTask(approver: PracticeSession, order: ExampleOrder): Promise<string | undefined> {
  const until = performance.now() + longestWaitMs
  while (performance.now() < until) {
    const { rows } = await approver.get<{
      rows: { id: string; kind: string; submission: { id: string } }[]
    }>('/tasks')
    const task = rows.find((row) => row.kind === 'approval' && row.submission.id === order.id)
    if (task !== undefined) return task.id
    if (await wasDecided(approver, order)) return undefined
    await pause(250)
  }
  throw new PracticeRefused(`the approval of ${order.vendor}`, {
    status: 408,
    text: 'no worker opened it within a minute',
  })
}

/** An approver does not see the submission at all before the task is there. */
async function wasDecided(approver: PracticeSession, { id }: ExampleOrder): Promise<boolean> {
  if (!(await approver.exists(`/submissions/${id}`))) return false
  const { status } = await approver.get<{ status: string }>(`/submissions/${id}`)
  return status !== 'pending'
}

async function rowsOf(field: PracticeSession, order: ExampleOrder) {
  return Promise.all(
    order.lines.map(async (line, position) => {
      const material =
        line.material === undefined
          ? undefined
          : await find(field, { list: 'materials', name: line.material })
      const costCode =
        line.costCode === undefined
          ? undefined
          : await find(field, { list: 'cost-codes', name: line.costCode })
      const unitPrice = line.unitPrice ?? material?.price
      return {
        id: `r${position + 1}`,
        description: line.description ?? material?.description ?? material?.name ?? '',
        quantity: line.quantity,
        ...(material === undefined ? {} : { materialId: material.id }),
        ...(material?.unit === undefined ? {} : { unit: material.unit }),
        ...(unitPrice === undefined ? {} : { unitPrice }),
        ...(costCode === undefined ? {} : { costCodeId: costCode.id }),
      }
    }),
  )
}

async function find(
  session: PracticeSession,
  wanted: { list: 'vendors' | 'materials' | 'projects' | 'cost-codes'; name: string },
): Promise<Named> {
  const { rows } = await session.get<{ rows: Named[] }>(
    `/${wanted.list}?q=${encodeURIComponent(wanted.name)}`,
  )
  const found = rows.find((row) => row.name === wanted.name || row.code === wanted.name)
  if (found === undefined)
    throw new PracticeRefused(`looking for ${wanted.name}`, {
      status: 200,
      text: 'it is not in the catalogue',
    })
  return found
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
