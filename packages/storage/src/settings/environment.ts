import { Type } from 'typebox'

const port = (usual: number, description: string) =>
  Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: usual,
    description,
    expects: 'a port number from 1 to 65535 (0 takes any free one)',
  })

const address = (description: string) =>
  Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s]+$',
      description,
      expects: 'an address that begins with http:// or https://',
    }),
  )

const mongodbAddress = (description: string) =>
  Type.Optional(
    Type.String({
      pattern: '^mongodb(\\+srv)?://[^\\s]+$',
      description,
      expects: 'an address that begins with mongodb:// or mongodb+srv://',
    }),
  )

const milliseconds = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600_000, description, expects: 'milliseconds' }))

const path = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, description, expects: 'a path' }))

/** Every variable that the product reads, under the name that the operator sets. docs/operations.md is generated from it. */
export const Environment = Type.Object({
  PORT: port(4000, 'Port of the web pages and the API.'),
  FIELDLEDGER_HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'Network address to listen on. `0.0.0.0` serves other machines too.',
    expects: 'an IP address or a host name',
  }),
  FIELDLEDGER_SANDBOX_PORT: port(4001, 'Port of the practice ledgers.'),
  FIELDLEDGER_WORKER_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65535,
      description:
        'Port at which a worker answers `/health/live` and `/health/ready`. Without it a worker listens nowhere.',
      expects: 'a port number from 1 to 65535 (0 takes any free one)',
    }),
  ),
  FIELDLEDGER_SANDBOX_ORIGIN: address('Origin under which browsers reach the practice ledgers.'),
  FIELDLEDGER_PUBLIC_URL: address(
    'Address under which people reach Fieldledger; links in mails begin with it.',
  ),
  FIELDLEDGER_DATA: path(
    'Data folder: embedded database, practice books, keys, logs. `.data` in the checkout by default.',
  ),
  FIELDLEDGER_CACHE: path('Folder for downloaded programs. `~/.cache/fieldledger` by default.'),
  MONGODB_URI: mongodbAddress('Your own MongoDB (a replica set). Without it an embedded one is started.'),
  FIELDLEDGER_MONGOD: path('A `mongod` program to start instead of searching for one.'),
  FIELDLEDGER_MONGODB_URL: mongodbAddress(
    'Database of the api and the worker, its name included. `npm start` sets it.',
  ),
  FIELDLEDGER_MASTER_KEYS: Type.Optional(
    Type.String({
      pattern: '^[\\w-]{1,32}:[A-Za-z0-9+/]{43}=(,[\\w-]{1,32}:[A-Za-z0-9+/]{43}=)*$',
      description:
        'Keys that encrypt ledger secrets: `id:base64 of 32 bytes`, comma-separated, the first one encrypts. Made in the data folder for the embedded database, required otherwise.',
      expects: 'one or more id:key pairs, each key 32 bytes in base64',
      secret: true,
    }),
  ),
  FIELDLEDGER_AUTH_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      description:
        'Secret that signs sessions. Made in the data folder for the embedded database, required otherwise.',
      expects: 'at least 32 characters',
      secret: true,
    }),
  ),
  FIELDLEDGER_PRACTICE: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    default: 'on',
    description: 'Whether the two practice companies are made.',
    expects: 'on or off',
  }),
  FIELDLEDGER_DEMO_PASSWORD: Type.Optional(
    Type.String({
      minLength: 8,
      description: 'Password of the practice sign-ins. `practice` on loopback, random and printed otherwise.',
      expects: 'at least 8 characters',
      secret: true,
    }),
  ),
  FIELDLEDGER_SMTP_URL: Type.Optional(
    Type.String({
      pattern: '^smtps?://[^\\s]+$',
      description: 'Mail server. Without it mails are written to a folder under the data folder.',
      expects: 'an address that begins with smtp:// or smtps://',
      secret: true,
    }),
  ),
  FIELDLEDGER_MAIL_FROM: Type.String({
    default: 'Fieldledger <fieldledger@localhost>',
    pattern: '@',
    description: 'Sender of mails.',
    expects: 'a mail address',
  }),
  FIELDLEDGER_TRUST_PROXY: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 10,
    description: 'How many reverse proxies stand before the API.',
    expects: 'a whole number from 0 to 10',
  }),
  FIELDLEDGER_LOG_LEVEL: Type.Union(
    ['debug', 'info', 'warn', 'error', 'silent'].map((level) => Type.Literal(level)),
    {
      default: 'info',
      description: 'Least level that is logged.',
      expects: 'debug, info, warn, error or silent',
    },
  ),
  FIELDLEDGER_TRACES_URL: address(
    'Collector of OpenTelemetry traces (OTLP over HTTP), e.g. `http://collector:4318/v1/traces`. Without it nothing is traced.',
  ),
  FIELDLEDGER_FAILPOINTS: Type.Optional(
    Type.String({
      description: 'Named points at which a process ends itself: for fault tests alone.',
      expects: 'a list of named points',
    }),
  ),
  FIELDLEDGER_FAILPOINTS_LOG: path('File to which each failpoint that went off is appended.'),
  FIELDLEDGER_QUIET_PERIOD_MS: milliseconds(
    'Shortest wait before a document of unknown outcome is looked up; the provider’s own by default. Shorter is for tests alone.',
  ),
  FIELDLEDGER_REPLAY_WINDOW_MS: milliseconds(
    'How long the same key replays the same answer; the provider’s own by default. 0 makes every unknown outcome a look-up: for tests alone.',
  ),
  FIELDLEDGER_RETRY_FIRST_MS: milliseconds('First wait before a retry, doubled each time; 5000 by default.'),
  FIELDLEDGER_RETRY_LONGEST_MS: milliseconds(
    'Longest wait before a retry; 900000 (15 minutes) by default. Shorter finishes sooner after a ledger’s outage, and asks it more often while it lasts.',
  ),
  FIELDLEDGER_MOST_ATTEMPTS: Type.Integer({
    default: 5,
    minimum: 2,
    maximum: 1000,
    description:
      'How often in a row a step or a document may end its worker before it is set aside and a person is told.',
    expects: 'a whole number from 2 to 1000',
  }),
  FIELDLEDGER_MOST_WAITING: Type.Integer({
    default: 10_000,
    minimum: 100,
    maximum: 1_000_000,
    description:
      'So many runs may be due and wait for a worker before further submits are answered 503 with Retry-After. Fewer keeps the longest wait shorter. Each API counts what it takes by itself: several may go past it together for a moment.',
    expects: 'a whole number from 100 to 1000000',
  }),
  FIELDLEDGER_TEST_MONGODB_URL: mongodbAddress(
    'MongoDB that the integration tests use instead of their own.',
  ),
  FIELDLEDGER_PRACTICE_HTTP_ORIGIN: Type.Optional(
    Type.String({
      pattern: '^https?://[^/\\s]+$',
      description:
        'The one origin that workflow steps of practice companies may call although it is http or on this machine; nothing by default. For tests alone.',
      expects: 'scheme, host and port, without a path',
    }),
  ),
  FIELDLEDGER_DEV_API: address('API that the web development server passes requests on to.'),
})
export type Environment = Type.Static<typeof Environment>
