export function logoUrl(provider: string): string {
  return `/api/v1/providers/${provider}/logo.svg`
}
