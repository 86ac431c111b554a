/** The environment holds a name or a value that we do not understand: nothing starts on a guess. */
export class SettingsRefused extends Error {
  readonly code = 'settings-refused'
  readonly retryable = false
  override readonly name = 'SettingsRefused'
}
