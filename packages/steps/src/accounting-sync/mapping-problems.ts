import type { Field, FormContent } from '@fieldledger/forms'
import {
  fieldsForTarget,
  isPerVendor,
  mappingTargets,
  type Problem,
  type TargetDescription,
} from '@fieldledger/workflow'
import type { AccountingSyncConfig } from './definition.ts'

/** Missing fields, unmapped required targets and mappings that point at nothing (S4-03, S4-04, S4-17). */
export function mappingProblems(config: AccountingSyncConfig, form: FormContent): Problem[] {
  return [
    ...mappingTargets(config.documentKind).flatMap((target) => targetProblems(target, { config, form })),
    ...askedTwice(config, form),
  ]
}

/** Whoever fills it in must choose one vendor, which is then not the one that the orders go to. */
function askedTwice({ mapping }: AccountingSyncConfig, form: FormContent): Problem[] {
  const table = form.fields.find(({ id }) => id === mapping.materials)
  if (table === undefined || !isPerVendor(mapping)) return []
  const [asked] = fieldsForTarget('vendor', form).filter((field) => field.kind === 'choose' && field.required)
  if (asked === undefined) return []
  return [
    {
      code: 'vendor-asked-twice',
      severity: 'warning',
      message: `"${asked.label}" must be filled in although the vendors are taken from the lines of "${table.label}": make it optional under Fields, or take the vendor from it.`,
      place: 'mapping.vendor',
    },
  ]
}

function targetProblems(
  target: TargetDescription,
  at: { config: AccountingSyncConfig; form: FormContent },
): Problem[] {
  const fields = fieldsForTarget(target.target, at.form)
  const source = at.config.mapping[target.target]
  const place = `mapping.${target.target}`
  if (target.required && fields.length === 0) return [missingField(target, { place, form: at.form })]
  if (source === undefined)
    return target.required
      ? [
          {
            code: 'unmapped-target',
            severity: 'error',
            message: `Choose the field that gives ${target.label}.`,
            place,
            params: { target: target.label },
          },
        ]
      : []
  const ofOtherLines = ({ kind, id }: Field) =>
    target.target === 'vendor' && kind === 'material-table' && id !== at.config.mapping.materials
  const chosen = fields.find((field) => field.id === source && !ofOtherLines(field))
  if (chosen === undefined)
    return [
      {
        code: 'dangling-mapping',
        severity: 'error',
        message: `The field mapped to ${target.label} is gone or no longer fits: choose ${target.fits}.`,
        place,
        params: { target: target.label },
      },
    ]
  if (target.target === 'vendor' && chosen.kind === 'choose' && chosen.limit !== 1)
    return [
      {
        code: 'several-vendors-possible',
        severity: 'warning',
        message: `"${chosen.label}" allows several vendors, and a document has one: set its limit to "at most one" under Fields.`,
        place,
      },
    ]
  return []
}

function missingField(target: TargetDescription, at: { place: string; form: FormContent }): Problem {
  const convertible =
    target.target === 'vendor' &&
    at.form.fields.some(({ kind, label }) => kind === 'text' && /vendor|supplier/i.test(label))
  return {
    code: target.target === 'materials' ? 'no-material-table' : 'no-vendor-field',
    severity: 'error',
    message: convertible
      ? `The form has no field for ${target.label}: convert its text field, or add ${target.fits} under Fields.`
      : `The form has no field for ${target.label}: add ${target.fits} under Fields.`,
    place: at.place,
    params: { target: target.label },
    ...(convertible ? { cure: 'convert-vendor-field' } : { cure: 'add-field' }),
  }
}
