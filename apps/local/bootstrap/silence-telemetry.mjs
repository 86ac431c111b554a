/** None of our tools may report home. */
export function silenceTelemetry(environment) {
  Object.assign(environment, {
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    BETTER_AUTH_TELEMETRY: '0',
    NO_UPDATE_NOTIFIER: '1',
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
  })
}
