import type { MaterialRow, SubmissionValues } from '@fieldledger/forms'
import { v7 } from 'uuid'
import { type Bound, within } from './bound.ts'
import type { RuntimeModels } from './runtime-models.ts'

/** Tables longer than this are kept in a collection of their own (DESIGN §5). */
const embedded = 2000
const chunk = 500

export function hasLongTable(values: SubmissionValues): boolean {
  return Object.values(values).some(isLong)
}

function isLong(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > embedded
}

interface Filled {
  id: string
  revision: number
  values: SubmissionValues
}

/** Keeps long material tables outside of their submission and brings them back. */
export function createLineStore(models: RuntimeModels, bound: Bound) {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    /** The values without their long tables, which are stored apart under this revision. */
    async putAside({ id, revision, values }: Filled): Promise<SubmissionValues> {
      const long = Object.entries(values).filter(([, value]) => isLong(value))
      if (long.length === 0) return values
      await models.lines.deleteMany({ companyId, submissionId: id, revision }, options)
      for (const [fieldId, value] of long)
        await models.lines.insertMany(
          chunks(value as unknown[]).map((rows, position) => ({
            _id: v7(),
            companyId,
            submissionId: id,
            revision,
            fieldId,
            position,
            rows,
          })),
          options,
        )
      return { ...values, ...Object.fromEntries(long.map(([fieldId]) => [fieldId, []])) }
    },
    async fill({ id, revision, values }: Filled): Promise<SubmissionValues> {
      const empty = Object.values(values).some((value) => Array.isArray(value) && value.length === 0)
      if (!empty) return values
      const found = await models.lines
        .find({ companyId, submissionId: id, revision }, null, options)
        .sort({ fieldId: 1, position: 1 })
        .lean()
      const filled: SubmissionValues = { ...values }
      for (const { fieldId, rows } of found)
        filled[fieldId] = [...((filled[fieldId] ?? []) as MaterialRow[]), ...(rows as MaterialRow[])]
      return filled
    },
  }
}

function chunks(rows: readonly unknown[]): unknown[][] {
  const count = Math.ceil(rows.length / chunk)
  return Array.from({ length: count }, (_, position) => rows.slice(position * chunk, (position + 1) * chunk))
}
