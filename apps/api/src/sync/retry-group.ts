import { needsAttention, type Runtime, retryEffect, retryHeld, retryRun } from '@fieldledger/runtime'
import { problemOf } from '../problem.ts'
import type { CompanyPerson } from '../router/route.ts'

interface Group {
  runtime: Runtime
  companyId: string
  person: CompanyPerson
  code: string
}

type Entry = Awaited<ReturnType<typeof needsAttention>>[number]['entries'][number]

/**
 * Everything that one cause holds is tried again. Each try only makes its work due, so that this ends in a moment: the
 * workers do the rest, and what is left of the group says how far they are, to whoever opens the page.
 */
export async function retryGroup(group: Group): Promise<{ tried: number; left: number }> {
  const causes = await needsAttention(group)
  const entries = causes.find(({ code }) => code === group.code)?.entries ?? []
  let tried = 0
  for (const entry of entries) if (await retried(group, entry)) tried += 1
  return { tried, left: entries.length - tried }
}

async function retried(group: Group, entry: Entry): Promise<boolean> {
  try {
    return await retryEntry(group, entry)
  } catch (error) {
    // Somebody settled it meanwhile, or only a person can: it stays in its group, the others go on.
    if (problemOf(error).known) return false
    throw error
  }
}

async function retryEntry({ code: _code, ...by }: Group, entry: Entry): Promise<boolean> {
  const { submissionId, effectId, runId } = entry
  // What is held and not yet sent goes on by itself once its problem is cured.
  if (effectId !== undefined && (await retryHeld({ ...by, submissionId })).woken > 0) return true
  if (runId !== undefined) await retryRun({ ...by, runId })
  else if (effectId !== undefined) await retryEffect({ ...by, effectId })
  return runId !== undefined || effectId !== undefined
}
