export const messages = {
  what: 'Vendor, lines, totals and who approved it, as they are when the form comes to this step. The file stands under Files on the form’s page.',
}
