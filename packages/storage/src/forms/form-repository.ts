import type { FormContent, FormVersion } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { type Stored, toEntity } from '../runtime/record.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { type DraftSave, defineFormModels, type StoredForm } from './form-models.ts'

/** A form with its editable draft. */
export type Form = Omit<StoredForm, '_id'> & { id: string }

export interface FormRepository {
  list(scope: CompanyScope): Promise<Form[]>
  find(scope: CompanyScope, id: string): Promise<Form | undefined>
  create(scope: CompanyScope, form: { id?: string; content: FormContent; by: string }): Promise<Form>
  /** undefined = `revision` is not the newest any more. */
  saveDraft(scope: CompanyScope, draft: DraftChange): Promise<Form | undefined>
  /** Freezes the draft as the next version; undefined = `revision` is not the newest any more. */
  publish(
    scope: CompanyScope,
    which: { form: Form; by: string },
  ): Promise<{ form: Form; version: FormVersion } | undefined>
  archive(scope: CompanyScope, which: { id: string; archived: boolean }): Promise<Form | undefined>
  version(scope: CompanyScope, which: { formId: string; version: number }): Promise<FormVersion | undefined>
  versions(scope: CompanyScope, formId: string): Promise<FormVersion[]>
}

export interface DraftChange {
  id: string
  revision: number
  content: FormContent
  by: string
  /** What this save changed, in words. */
  changes: string[]
}

const savesKept = 50

export function createFormRepository(database: Database): FormRepository {
  const { forms, versions } = defineFormModels(database.connection)
  return {
    async list({ companyId }) {
      const found = await forms.find({ companyId }, { saves: 0 }).sort({ createdAt: 1, _id: 1 }).lean()
      return found.map((form) => toForm({ ...form, saves: [] }))
    },
    async find({ companyId }, id) {
      return toFormOrNone(await forms.findOne({ companyId, _id: id }).lean())
    },
    async create({ companyId }, { id = v7(), content, by }) {
      const now = new Date()
      const form: StoredForm = {
        _id: id,
        companyId,
        draft: content,
        revision: 1,
        publishedVersion: null,
        publishedRevision: null,
        archived: false,
        updatedAt: now,
        updatedBy: by,
        createdAt: now,
        saves: [],
      }
      await forms.insertMany([form])
      return toForm(form)
    },
    async saveDraft({ companyId }, { id, revision, content, by, changes }) {
      const at = new Date()
      const save: DraftSave = { revision: revision + 1, by, at, changes }
      const saved = await forms
        .findOneAndUpdate(
          { companyId, _id: id, revision },
          {
            $set: { draft: content, revision: revision + 1, updatedAt: at, updatedBy: by },
            $push: { saves: { $each: [save], $slice: -savesKept } },
          },
          { returnDocument: 'after' },
        )
        .lean()
      return toFormOrNone(saved)
    },
    async publish({ companyId }, { form, by }) {
      const version = (form.publishedVersion ?? 0) + 1
      const row: Stored<FormVersion> = {
        _id: v7(),
        companyId,
        formId: form.id,
        version,
        content: form.draft,
        publishedAt: new Date(),
        publishedBy: by,
      }
      const saved = await inTransaction(database, async (session) => {
        const moved = await forms
          .findOneAndUpdate(
            { companyId, _id: form.id, publishedVersion: form.publishedVersion },
            { $set: { publishedVersion: version, publishedRevision: form.revision } },
            { returnDocument: 'after', session },
          )
          .lean()
        if (moved !== null) await versions.insertMany([row], { session })
        return moved
      })
      return saved === null ? undefined : { form: toForm(saved), version: toEntity<FormVersion>(row) }
    },
    async archive({ companyId }, { id, archived }) {
      const saved = await forms
        .findOneAndUpdate({ companyId, _id: id }, { $set: { archived } }, { returnDocument: 'after' })
        .lean()
      return toFormOrNone(saved)
    },
    async version({ companyId }, { formId, version }) {
      const found = await versions.findOne({ companyId, formId, version }).lean()
      return found === null ? undefined : toEntity<FormVersion>(found as Stored<FormVersion>)
    },
    async versions({ companyId }, formId) {
      const found = await versions.find({ companyId, formId }).sort({ version: -1 }).lean()
      return found.map((row) => toEntity<FormVersion>(row as Stored<FormVersion>))
    },
  }
}

function toForm({ _id, ...form }: StoredForm): Form {
  return { ...form, id: _id }
}

function toFormOrNone(found: unknown): Form | undefined {
  return found === null ? undefined : toForm(found as StoredForm)
}
