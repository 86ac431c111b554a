/** One refused value, beside its field. `code` + `params` pick the sentence; `message` is it, rendered. */
export interface FieldError {
  /** JSON-pointer-like path of the value: "f_abc123" or "f_abc123/4/unitPrice". */
  path: string
  fieldId: string
  code: FieldErrorCode
  params: Record<string, string | number>
  message: string
}

export type FieldErrorCode =
  | 'required'
  | 'one-vendor'
  | 'too-many-choices'
  | 'not-a-choice'
  | 'does-not-add-up'
  | 'too-many-decimals'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'zero-total'
  | 'too-many-lines'
  | 'too-many-files'
  | 'wrong-currency'
  | 'not-a-number'
  | 'not-a-date'
  | 'unknown-field'
  | 'not-found'
  | 'wrong-shape'
