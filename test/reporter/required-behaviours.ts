const range = (source: string, last: number, first = 1) =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${source}-${String(index + first).padStart(2, '0')}`,
  )

/** What the product must show by now; each issue adds its own. */
export const requiredBehaviours = [
  ...range('S0', 27),
  ...range('S1', 33),
  ...range('S2', 44),
  ...['S3-01', 'S3-02', 'S3-07', 'S3-08', 'S3-10', 'S3-13', 'S3-14', 'S3-42', 'S3-43'],
  ...range('S4', 25),
]
