export const messages = {
  search: 'Search',
  csv: 'CSV',
  csvHint: 'Download this list as a CSV file',
  more: 'Show more',
  all: 'All',
  filters: (count: number) => (count === 0 ? 'Filters' : `Filters (${count})`),
  form: 'Form',
  fillIn: 'Fill in a form',
  retry: 'Try again',
  nothingFound: 'Nothing fits this search',
  nothingFoundHint: 'Take a word or a filter away.',
  clearFilters: 'Clear search and filters',
}
