export * from './arithmetic.ts'
export { currencyDecimals } from './currency-decimals.ts'
export { DecimalText, decimalsOf, readDecimal } from './decimal-text.ts'
export { Money } from './money.ts'
