import type { PlannedSchedule } from '@fieldledger/runtime'
import {
  type CompanyScope,
  currentGraph,
  type DefinitionOf,
  type Graph,
  type Start,
  type WorkflowVersion,
} from '@fieldledger/workflow'
import { v7 } from 'uuid'
import type { DraftSave } from '../forms/form-models.ts'
import { type Stored, toEntity } from '../runtime/record.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { defineTriggerModels } from '../triggers/trigger-models.ts'
import { defineWorkflowModels, type StoredWorkflow } from './workflow-models.ts'

/** The draft of a workflow. A form's first one has the form's id and no name; it decides about approval. */
export type Workflow = Omit<StoredWorkflow, '_id'> & { id: string }

export interface WorkflowRepository {
  find(scope: CompanyScope, id: string): Promise<Workflow | undefined>
  /** The form's first one, then the others by name. */
  ofForm(scope: CompanyScope, formId: string): Promise<Omit<Workflow, 'graph' | 'saves'>[]>
  /** Form id → its first workflow. */
  ofForms(scope: CompanyScope): Promise<Map<string, Pick<Workflow, 'publishedVersion'>>>
  /** Without a name it is the form's first one. */
  create(
    scope: CompanyScope,
    workflow: { formId: string; name?: string; graph: Graph; by: string },
  ): Promise<Workflow>
  /** undefined = `revision` is not the newest any more. */
  saveDraft(
    scope: CompanyScope,
    draft: { id: string; revision: number; graph: Graph; by: string; changes: string[] },
  ): Promise<Workflow | undefined>
  /**
   * Freezes the graph as the next version, and places or removes its schedule with it; undefined = somebody else
   * published meanwhile.
   */
  publish(
    scope: CompanyScope,
    which: {
      workflow: Workflow
      by: string
      start?: Start | undefined
      schedule?: PlannedSchedule | undefined
    },
  ): Promise<WorkflowVersion | undefined>
  version(
    scope: CompanyScope,
    which: { workflowId: string; version: number },
  ): Promise<WorkflowVersion | undefined>
  versions(scope: CompanyScope, workflowId: string): Promise<WorkflowVersion[]>
}

const savesKept = 50

/** Graphs come out of it with the configs of their steps as the kinds read them today. */
export function createWorkflowRepository(database: Database, definitionOf: DefinitionOf): WorkflowRepository {
  const { workflows, versions } = defineWorkflowModels(database.connection)
  const { schedules } = defineTriggerModels(database.connection)

  function toWorkflow(found: unknown): Workflow | undefined {
    if (found === null) return undefined
    const { _id: id, graph, ...workflow } = found as StoredWorkflow
    // Lists are read without it.
    return { ...workflow, id, graph: graph === undefined ? graph : currentGraph(graph, definitionOf) }
  }

  function toVersion(found: Stored<WorkflowVersion>): WorkflowVersion {
    const version = toEntity<WorkflowVersion>(found)
    return { ...version, graph: currentGraph(version.graph, definitionOf) }
  }

  return {
    async find({ companyId }, id) {
      return toWorkflow(await workflows.findOne({ companyId, _id: id }).lean())
    },
    async ofForm({ companyId }, formId) {
      const found = await workflows
        .find({ companyId, formId }, { graph: 0, saves: 0 })
        .sort({ name: 1 })
        .lean()
      return found.flatMap((row) => toWorkflow(row) ?? [])
    },
    async ofForms({ companyId }) {
      const found = await workflows.find({ companyId }, { publishedVersion: 1 }).lean()
      return new Map(found.map(({ _id, publishedVersion }) => [_id, { publishedVersion }]))
    },
    async create({ companyId }, { formId, name, graph, by }) {
      const row: StoredWorkflow = {
        _id: name === undefined ? formId : v7(),
        companyId,
        formId,
        ...(name === undefined ? {} : { name }),
        graph,
        revision: 1,
        publishedVersion: null,
        publishedRevision: null,
        updatedAt: new Date(),
        updatedBy: by,
        saves: [],
      }
      await workflows.insertMany([row])
      const { _id: id, ...workflow } = row
      return { ...workflow, id }
    },
    async saveDraft({ companyId }, { id, revision, graph, by, changes }) {
      const at = new Date()
      const save: DraftSave = { revision: revision + 1, by, at, changes }
      const saved = await workflows
        .findOneAndUpdate(
          { companyId, _id: id, revision },
          {
            $set: { graph, revision: revision + 1, updatedAt: at, updatedBy: by },
            $push: { saves: { $each: [save], $slice: -savesKept } },
          },
          { returnDocument: 'after' },
        )
        .lean()
      return toWorkflow(saved)
    },
    async publish({ companyId }, { workflow, by, start, schedule }) {
      const { id, formId, graph, publishedVersion, revision } = workflow
      const version = (publishedVersion ?? 0) + 1
      const row: Stored<WorkflowVersion> = {
        _id: v7(),
        companyId,
        formId,
        workflowId: id,
        version,
        graph,
        publishedAt: new Date(),
        publishedBy: by,
      }
      return inTransaction(database, async (session) => {
        const moved = await workflows.updateOne(
          { companyId, _id: id, publishedVersion },
          { $set: { publishedVersion: version, publishedRevision: revision, publishedStart: start } },
          { session },
        )
        if (moved.matchedCount === 0) return undefined
        await versions.insertMany([row], { session })
        const own = { companyId, _id: id }
        if (schedule === undefined) await schedules.deleteOne(own, { session })
        else
          await schedules.updateOne(
            own,
            { $set: { ...schedule, formId, workflowVersion: version } },
            { session, upsert: true },
          )
        return toEntity<WorkflowVersion>(row)
      })
    },
    async version({ companyId }, { workflowId, version }) {
      const found = await versions.findOne({ companyId, workflowId, version }).lean()
      return found === null ? undefined : toVersion(found as Stored<WorkflowVersion>)
    },
    async versions({ companyId }, workflowId) {
      const found = await versions.find({ companyId, workflowId }).sort({ version: -1 }).lean()
      return found.map((row) => toVersion(row as Stored<WorkflowVersion>))
    },
  }
}
