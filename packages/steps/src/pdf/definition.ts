import { defineStep } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const PdfConfig = Type.Object({}, { additionalProperties: false })
export type PdfConfig = Type.Static<typeof PdfConfig>

export const pdf = defineStep({
  kind: 'pdf',
  title: 'Make PDF',
  description: 'Keeps the form as a PDF among its files.',
  group: 'Form',
  icon: 'file-type-pdf',
  trigger: false,
  executable: true,
  leavesTheProcess: true,
  perProvider: false,
  config: PdfConfig,
  initial: (): PdfConfig => ({}),
  outlets: () => [
    { id: 'next', label: 'Next' },
    { id: 'failed', label: 'Failed' },
  ],
  summary: () => 'The form as it is then',
  problems: () => [],
  migrations: [],
})
