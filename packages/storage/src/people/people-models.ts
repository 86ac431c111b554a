import type { CompanyLogo } from '@fieldledger/forms'
import type { Role } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import { companySchema, plainSchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** Written by better-auth too: its field names. */
export interface StoredUser {
  _id: string
  name: string
  email: string
  emailVerified: boolean
  image?: string | null
  createdAt: Date
  updatedAt: Date
}

/** How a user proves who they are; better-auth calls it an account. */
export interface StoredSignIn {
  _id: string
  userId: string
  accountId: string
  providerId: string
  password: string
  createdAt: Date
  updatedAt: Date
}

export interface StoredCompany {
  _id: string
  name: string
  currency: string
  timeZone: string
  practice: boolean
  createdAt: Date
  /** It moved to this time zone then, and what goes by its clocks may not have followed yet. */
  zoneMovedAt?: Date
}

export interface StoredLogo {
  /** That of the company. */
  _id: string
  companyId: string
  contentType: CompanyLogo['contentType']
  bytes: Buffer
}

export interface StoredMembership {
  _id: string
  companyId: string
  userId: string
  role: Role
  projectIds: string[]
  active: boolean
  /** Whose approval their forms need, where a workflow asks for it. */
  supervisorId?: string | null
  absence?: StoredAbsence
  /** Wants the daily e-mail. */
  digest?: boolean | null
  /** The company last chosen is the one that a request without a company means. */
  chosenAt: Date
}

/** The days as they were chosen, and the moments that they mean. */
export interface StoredAbsence {
  from: string
  until: string
  startsAt: Date
  endsAt: Date
  /** Who decides meanwhile. */
  standInId: string
}

export interface StoredInvitation {
  _id: string
  companyId: string
  email: string
  role: Role
  projectIds: string[]
  tokenHash: string
  invitedBy: string
  createdAt: Date
  expiresAt: Date
  acceptedAt?: Date
}

export interface PeopleModels {
  users: Model<StoredUser>
  signIns: Model<StoredSignIn>
  companies: Model<StoredCompany>
  logos: Model<StoredLogo>
  memberships: Model<StoredMembership>
  invitations: Model<StoredInvitation>
}

export function definePeopleModels(connection: Connection): PeopleModels {
  return {
    users: modelOn(connection, 'User', userSchema),
    signIns: modelOn(connection, 'SignIn', signInSchema),
    companies: modelOn(connection, 'Company', () =>
      plainSchema<StoredCompany>({
        collection: 'companies',
        fields: {
          name: String,
          currency: String,
          timeZone: String,
          practice: Boolean,
          createdAt: Date,
          zoneMovedAt: Date,
        },
        indexes: [[{ zoneMovedAt: 1 }, { sparse: true }]],
      }),
    ),
    logos: modelOn(connection, 'Logo', () =>
      companySchema<StoredLogo>({
        collection: 'logos',
        fields: { contentType: String, bytes: Buffer },
      }),
    ),
    memberships: modelOn(connection, 'Membership', () =>
      companySchema<StoredMembership>({
        collection: 'memberships',
        fields: {
          userId: String,
          role: String,
          projectIds: [String],
          active: Boolean,
          supervisorId: String,
          absence: Schema.Types.Mixed,
          digest: Boolean,
          chosenAt: Date,
        },
        indexes: [
          [{ companyId: 1, userId: 1 }, { unique: true }],
          [{ userId: 1 }],
          [{ companyId: 1, 'absence.endsAt': 1 }, { sparse: true }],
          [{ digest: 1 }, { partialFilterExpression: { digest: true } }],
        ],
      }),
    ),
    invitations: modelOn(connection, 'Invitation', invitationSchema),
  }
}

function userSchema() {
  return plainSchema<StoredUser>({
    collection: 'users',
    fields: {
      name: String,
      email: String,
      emailVerified: Boolean,
      image: String,
      createdAt: Date,
      updatedAt: Date,
    },
    indexes: [[{ email: 1 }, { unique: true }]],
  })
}

function signInSchema() {
  return plainSchema<StoredSignIn>({
    collection: 'signIns',
    fields: {
      userId: String,
      accountId: String,
      providerId: String,
      password: String,
      createdAt: Date,
      updatedAt: Date,
    },
    indexes: [[{ userId: 1, providerId: 1 }, { unique: true }]],
  })
}

function invitationSchema() {
  return companySchema<StoredInvitation>({
    collection: 'invitations',
    fields: {
      email: String,
      role: String,
      projectIds: [String],
      tokenHash: String,
      invitedBy: String,
      createdAt: Date,
      expiresAt: Date,
      acceptedAt: Date,
    },
    indexes: [[{ tokenHash: 1 }, { unique: true }], [{ companyId: 1, createdAt: -1 }]],
  })
}
