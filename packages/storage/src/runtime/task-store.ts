import type { Hint, NotificationStore, OutboxStore, TaskFilter, TaskStore } from '@fieldledger/runtime'
import type { Task } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { type Bound, within } from './bound.ts'
import { type Stored, toEntity, toStored } from './record.ts'
import type { RuntimeModels } from './runtime-models.ts'

const about: Task['kind'][] = ['held', 'unknown', 'proposed-vendor']

export function createTaskStore(models: RuntimeModels, bound: Bound): TaskStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async insert(tasks) {
      if (tasks.length > 0)
        await models.tasks.insertMany(
          tasks.map((task) => toStored<Task>(task, companyId)),
          options,
        )
    },
    async get(id) {
      const found = await models.tasks.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : toEntity<Task>(found as Stored<Task>)
    },
    async list(filter) {
      const found = await models.tasks
        .find({ companyId, ...toFilter(filter) }, null, options)
        .sort({ openedAt: -1, _id: -1 })
        .limit(filter.limit ?? 200)
        .lean()
      return found.map((task) => toEntity<Task>(task as Stored<Task>))
    },
    async aboutTroubles() {
      const found = await models.tasks
        .find(
          { companyId, state: 'open', kind: trusted({ $in: about }) },
          { effectId: 1, vendorId: 1 },
          options,
        )
        .lean()
      return new Map(
        found.flatMap(({ _id, effectId, vendorId }) => {
          const place = effectId ?? vendorId
          return place === undefined ? [] : [[place, _id] as const]
        }),
      )
    },
    async decide({ task: { id, votes = [] }, decision, settles }) {
      const seen =
        votes.length === 0
          ? { 'votes.0': trusted({ $exists: false }) }
          : { votes: trusted({ $size: votes.length }) }
      const decided = await models.tasks.updateOne(
        { companyId, _id: id, state: 'open', ...seen },
        { $push: { votes: decision }, ...(settles ? { $set: { state: 'done', decision } } : {}) },
        options,
      )
      return decided.matchedCount === 1
    },
    async handOver({ task: { id, assignees, handedOver = [] }, handOver }) {
      const people = [...assignees.people.filter((one) => one !== handOver.from.id), handOver.to.id]
      const handed = await models.tasks.updateOne(
        {
          companyId,
          _id: id,
          state: 'open',
          [`handedOver.${handedOver.length}`]: trusted({ $exists: false }),
        },
        { $push: { handedOver: handOver }, $set: { 'assignees.people': people } },
        options,
      )
      return handed.matchedCount === 1
    },
    async update({ id, change }) {
      await models.tasks.updateOne({ companyId, _id: id }, { $set: change }, options)
    },
    async widenOpen({ assignees, ...which }) {
      await models.tasks.updateMany(
        { companyId, state: 'open', ...which },
        {
          $addToSet: {
            'assignees.roles': { $each: assignees.roles },
            'assignees.people': { $each: assignees.people },
          },
        },
        options,
      )
    },
    async cancelOpen({ kinds, ...which }) {
      await models.tasks.updateMany(
        {
          companyId,
          state: 'open',
          ...which,
          ...(kinds === undefined ? {} : { kind: trusted({ $in: [...kinds] }) }),
        },
        { $set: { state: 'cancelled' } },
        options,
      )
    },
  }
}

function toFilter(filter: TaskFilter): Record<string, unknown> {
  const { states, kinds, assignee, before, limit: _limit, ...exact } = filter
  return {
    ...exact,
    ...(states === undefined ? {} : { state: trusted({ $in: [...states] }) }),
    ...(kinds === undefined ? {} : { kind: trusted({ $in: [...kinds] }) }),
    ...(before === undefined ? {} : { _id: trusted({ $lt: before }) }),
    ...(assignee === undefined
      ? {}
      : { $or: [{ 'assignees.roles': assignee.role }, { 'assignees.people': assignee.personId }] }),
  }
}

export function createNotificationStore(models: RuntimeModels, bound: Bound): NotificationStore {
  const { companyId } = bound.scope
  return {
    async insert(notifications) {
      if (notifications.length === 0) return
      await models.notifications.insertMany(
        notifications.map(({ id, ...rest }) => ({ ...rest, _id: id, companyId, readBy: [] })),
        within(bound),
      )
    },
  }
}

export function createOutboxStore(
  models: RuntimeModels,
  bound: Bound & { stamped: ReadonlySet<string> },
): OutboxStore {
  const { companyId } = bound.scope
  return {
    async post({ work, hints }) {
      await models.outbox.insertMany(
        [{ _id: v7(), companyId, work, hints: withStamped(hints, bound.stamped), at: new Date() }],
        within(bound),
      )
    },
  }
}

function withStamped(hints: readonly Hint[], stamped: ReadonlySet<string>): Hint[] {
  const told = new Set(
    hints.flatMap(({ topic, id }) => (topic === 'submissions' && id !== undefined ? id : [])),
  )
  const untold = [...stamped].filter((id) => !told.has(id))
  return [...hints, ...untold.map((id) => ({ topic: 'submissions' as const, id }))]
}
