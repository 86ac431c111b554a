import type { CompanyScope } from '@fieldledger/workflow'

/** What a file did to a list, kept so that it is found again. */
export interface ImportReport {
  id: string
  companyId: string
  list: string
  fileName: string
  by: { id: string; name: string }
  at: Date
  counts: Readonly<Record<string, number>>
}

export interface ImportReports {
  /** `file` = the report row by row, as it is handed out. */
  keep(report: ImportReport & { file: Buffer }): Promise<void>
  /** The latest first. */
  list(scope: CompanyScope, which: { list?: string; limit: number }): Promise<ImportReport[]>
  file(scope: CompanyScope, id: string): Promise<Buffer | undefined>
}
