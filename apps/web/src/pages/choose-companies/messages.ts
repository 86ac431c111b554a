export const messages = {
  title: (ledger = 'the ledger') => `Which companies of ${ledger}?`,
  hint: 'Your consent opened several. Each that you choose gets a connection of its own, with its own links and lists.',
  companies: 'Companies to connect',
  connected: 'Connected already',
  nameless: (id: string) => `Without a name (${id})`,
  connect: (count: number) => (count > 1 ? `Connect ${count} companies` : 'Connect'),
  done: (count: number) => (count > 1 ? `${count} companies are connected.` : 'The company is connected.'),
  until: 'Choose before',
  notNow: 'Not now',
  back: 'Back to Connections',
  retry: 'Try again',
}
