export { bodyOf, itemsKey, valuesOf, wholeBodyKey } from './body'
export { checkValues, type ValueIssue } from './check-values'
export { fieldProblem, typesInWords } from './field-problem'
export { referenceOf } from './reference'
export { shapeIssues } from './shape'
export {
  exampleOf,
  followersOf,
  type InitialContext,
  initialValues,
  type Origin,
  textOf,
  wireValueOf,
} from './values'
