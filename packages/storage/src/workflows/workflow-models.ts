import type { Graph, Start, WorkflowVersion } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import type { DraftSave } from '../forms/form-models.ts'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** The editable graph of a workflow; the `_id` of a form's first one is the form's. */
export interface StoredWorkflow {
  _id: string
  companyId: string
  formId: string
  name?: string
  graph: Graph
  revision: number
  publishedVersion: number | null
  publishedRevision: number | null
  /** How the published version begins. */
  publishedStart?: Start
  updatedAt: Date
  updatedBy: string
  saves: DraftSave[]
}

export interface WorkflowModels {
  workflows: Model<StoredWorkflow>
  versions: Model<Stored<WorkflowVersion>>
}

const mixed = Schema.Types.Mixed

export function defineWorkflowModels(connection: Connection): WorkflowModels {
  return {
    workflows: modelOn(connection, 'Workflow', () =>
      companySchema<StoredWorkflow>({
        collection: 'workflows',
        fields: {
          formId: String,
          name: String,
          graph: mixed,
          revision: Number,
          publishedVersion: Number,
          publishedRevision: Number,
          publishedStart: mixed,
          updatedAt: Date,
          updatedBy: String,
          saves: [mixed],
        },
        indexes: [
          [{ companyId: 1, formId: 1, _id: 1 }],
          // Asked with every event of a form: most companies have none.
          [
            { companyId: 1, 'publishedStart.on': 1 },
            { partialFilterExpression: { 'publishedStart.on': 'event' } },
          ],
        ],
      }),
    ),
    versions: modelOn(connection, 'WorkflowVersion', () =>
      companySchema<Stored<WorkflowVersion>>({
        collection: 'workflowVersions',
        fields: {
          formId: String,
          workflowId: String,
          version: Number,
          graph: mixed,
          publishedAt: Date,
          publishedBy: String,
        },
        indexes: [
          [
            { companyId: 1, workflowId: 1, version: -1 },
            { unique: true, partialFilterExpression: { workflowId: { $exists: true } } },
          ],
        ],
      }),
    ),
  }
}
