import type { ProviderSettings } from '@fieldledger/accounting'
import { importPKCS8, SignJWT } from 'jose'

const algorithm = 'PS256'

/** The token that proves the client (Oracle section_162790605110): an hour at most, here as long as the asking takes. */
export async function signedAssertion(about: {
  certificate: NonNullable<ProviderSettings['certificate']>
  clientId: string
  scope: string
  audience: string
}): Promise<string> {
  const { certificate, clientId, scope, audience } = about
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: certificate.id })
    .setIssuer(clientId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importPKCS8(certificate.privateKey, algorithm))
}
