import { Absence, OwnAbsence } from '@fieldledger/contract'
import type { Member } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'

/** Who decides for me while I am away: one rule, on one's own account alone. */
export function absenceRoutes(services: Pick<Services, 'absences' | 'memberships'>): Route[] {
  const { absences } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/me/absence',
      policy: 'task.decide',
      summary: 'When I am away, and to whom my approvals go then',
      answer: OwnAbsence,
      handler: async ({ scope, person }) => {
        const kept = await absences.of(scope, person.id)
        if (kept === undefined) return { absence: null }
        const { from, until, standInId } = kept
        return { absence: { from, until, standInId } }
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/absence',
      policy: 'task.decide',
      summary: 'Named who decides meanwhile',
      hint: 'tasks',
      body: Absence,
      answer: OwnAbsence,
      handler: async ({ scope, person, body, company, audit }) => {
        const { from, until, standInId } = body
        const zone = company.timeZone
        const startsAt = DateTime.fromISO(from, { zone }).toJSDate()
        const endsAt = DateTime.fromISO(until, { zone }).plus({ days: 1 }).toJSDate()
        if (endsAt <= startsAt || endsAt <= new Date())
          throw new Unfitting({
            code: 'absence-over',
            message: 'The last day comes before the first, or is over: choose later days.',
          })
        const standIn = await standInFor(services, { scope, of: person.id, standInId })
        const theirs = await absences.of(scope, standIn.userId)
        if (theirs !== undefined && theirs.startsAt < endsAt && theirs.endsAt > startsAt)
          throw new Unfitting({
            code: 'stand-in-away',
            message: `${standIn.name} is away then too: choose somebody else.`,
          })
        audit({ record: person.id, after: body })
        await absences.set(scope, { personId: person.id, absence: { ...body, startsAt, endsAt } })
        return { absence: body }
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/me/absence',
      policy: 'task.decide',
      summary: 'Decides again themselves',
      hint: 'tasks',
      answer: 'nothing',
      handler: async ({ scope, person, audit }) => {
        audit({ record: person.id })
        await absences.set(scope, { personId: person.id, absence: undefined })
        return undefined
      },
    }),
  ]
}

async function standInFor(
  { memberships }: Pick<Services, 'memberships'>,
  who: { scope: CompanyScope; of: string; standInId: string },
): Promise<Member> {
  const found = (await memberships.members(who.scope)).find(({ userId }) => userId === who.standInId)
  if (found === undefined || !found.active || !personMayDo(found, 'task.decide') || found.userId === who.of)
    throw new Unfitting({
      code: 'no-stand-in',
      message: 'This person cannot decide for you: choose somebody else who works here and may decide.',
    })
  return found
}
