/** A picture that stands on paper; small enough to be read with each document. */
export interface CompanyLogo {
  contentType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
}
