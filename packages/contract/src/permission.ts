import type { Role } from '@fieldledger/workflow'
import { Type } from 'typebox'

export const Permission = Type.Union([
  Type.Literal('form.read'),
  Type.Literal('form.design'),
  Type.Literal('form.submit'),
  Type.Literal('submission.read'),
  Type.Literal('submission.revise'),
  Type.Literal('submission.cancel'),
  Type.Literal('workflow.read'),
  Type.Literal('workflow.edit'),
  Type.Literal('workflow.publish'),
  Type.Literal('connection.read'),
  Type.Literal('connection.manage'),
  Type.Literal('catalogue.read'),
  Type.Literal('catalogue.edit'),
  Type.Literal('document.send'),
  Type.Literal('effect.resolve'),
  Type.Literal('task.read'),
  Type.Literal('task.decide'),
  Type.Literal('run.manage'),
  Type.Literal('sync-log.read'),
  Type.Literal('people.read'),
  Type.Literal('people.manage'),
  Type.Literal('company.manage'),
  Type.Literal('api-key.manage'),
  Type.Literal('audit.read'),
])
export type Permission = Type.Static<typeof Permission>

const everyone: Permission[] = ['form.read', 'submission.read', 'catalogue.read', 'people.read']

const granted: Record<Role, readonly Permission[]> = {
  admin: [
    ...everyone,
    'form.design',
    'form.submit',
    'submission.revise',
    'submission.cancel',
    'workflow.read',
    'workflow.edit',
    'workflow.publish',
    'connection.read',
    'connection.manage',
    'catalogue.edit',
    'document.send',
    'effect.resolve',
    'task.read',
    'task.decide',
    'run.manage',
    'sync-log.read',
    'people.manage',
    'company.manage',
    'api-key.manage',
    'audit.read',
  ],
  bookkeeper: [
    ...everyone,
    'form.submit',
    'submission.revise',
    'submission.cancel',
    'workflow.read',
    'connection.read',
    'catalogue.edit',
    'document.send',
    'effect.resolve',
    'task.read',
    'task.decide',
    'run.manage',
    'sync-log.read',
  ],
  approver: [
    ...everyone,
    'form.submit',
    'submission.revise',
    'submission.cancel',
    'task.read',
    'task.decide',
  ],
  field: [...everyone, 'form.submit', 'submission.revise', 'submission.cancel', 'task.read', 'task.decide'],
  viewer: everyone,
  auditor: [...everyone, 'workflow.read', 'connection.read', 'sync-log.read', 'audit.read'],
}

/** Deny by default: a permission that is not listed for the role is refused. */
export function mayDo(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission)
}
