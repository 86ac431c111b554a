import type { FormContent, LinkedForm, ReadSubmission, SubmissionValues } from '@fieldledger/forms'
import type { Recipients } from '../people/role.ts'

/** Another form of the company that one can be made of, for whoever draws the workflow. */
export interface FormChoice {
  id: string
  content: FormContent
}

/** Another form of the company, as a step sees it that makes one. */
export interface NextForm {
  /** Made by this visit before: the same visit never makes a second one. */
  earlier?: MadeForm
  version: number
  content: FormContent
  /** What was made from this submission already. */
  linked: readonly LinkedForm[]
  /** Values as a submit of that form takes them, or why it does not. */
  read(values: SubmissionValues): Promise<ReadSubmission | { refused: string }>
}

export interface MadeForm {
  id: string
  formName: string
  number: string
}

/** What a step wants made, linked with this submission both ways. */
export interface FormToMake {
  formId: string
  version: number
  content: FormContent
  read: ReadSubmission
  /** These complete and submit it; left out: it is submitted as it is. */
  draftFor?: Recipients
  /** The name of the step. */
  by: string
}
