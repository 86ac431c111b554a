export const messages = {
  whatItMeans: 'What this means and what to do',
}
