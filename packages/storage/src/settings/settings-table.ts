import { Environment } from './environment.ts'

/** The table of docs/operations.md. */
export function settingsTable(): string {
  const rows = Object.entries(Environment.properties).map(([name, schema]) => {
    const facts = new Map<string, unknown>(Object.entries(schema))
    const usual = facts.has('default') ? `\`${String(facts.get('default'))}\`` : ''
    return `| \`${name}\` | ${String(facts.get('description'))} | ${String(facts.get('expects'))} | ${usual} |`
  })
  return ['| Name | What it is | Value | Default |', '|---|---|---|---|', ...rows, ...providerRows].join('\n')
}

const providerRows = [
  ['BASE_URL', 'Where the provider’s API is.', 'an address'],
  ['AUTH_URL', 'Where the provider’s consent page is.', 'an address'],
  ['CLIENT_ID', 'Key of the app that you registered with the provider.', 'text'],
  ['CLIENT_SECRET', 'Its secret.', 'text'],
  [
    'CERTIFICATE_ID',
    'Id of a certificate that the provider knows (“client credentials” or “machine to machine” there). With it and its key, tokens are renewed without a consent that runs out.',
    'text',
  ],
  [
    'PRIVATE_KEY',
    'The certificate’s private key, PKCS#8 (RSA); line breaks may be written as \\n.',
    'text that begins with -----BEGIN PRIVATE KEY-----',
  ],
  [
    'WEBHOOK_SECRET',
    'With which the provider signs what it tells `/api/v1/webhooks/<provider>` (verifier token, webhook key).',
    'text',
  ],
].map(
  ([what, meaning, expects]) =>
    `| \`FIELDLEDGER_<PROVIDER>_<ENVIRONMENT>_${what}\` | ${meaning} | ${expects} | |`,
)
