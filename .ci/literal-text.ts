import type { RuleTester } from 'oxlint/plugins-dev'

type Rule = Parameters<RuleTester['run']>[1]
type Visitor = ReturnType<Extract<Rule, { create: unknown }>['create']>
type Container = Parameters<NonNullable<Visitor['JSXExpressionContainer']>>[0]
type Expression = Container['expression']

/** Attributes whose value is read or heard by a person. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
])
const letter = /\p{L}/u
// oxlint hands over a child's text as it was written, so a no-break space comes as the letters "nbsp".
const mark = /&(?:nbsp|shy|ndash|mdash|middot|hellip|thinsp|amp|lt|gt|quot|apos|times|#\d+|#x[\da-f]+);/gi
const message = 'Text for people lives in locales/*.json. Show it with t().'

/** The parts of an expression that hold words and can become its value. */
function wordsIn(expression: Expression): Expression[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' && letter.test(expression.value) ? [expression] : []
    case 'TemplateLiteral':
      if (expression.quasis.some((part) => letter.test(part.value.cooked ?? ''))) return [expression]
      return expression.expressions.flatMap(wordsIn)
    case 'ConditionalExpression':
      return [...wordsIn(expression.consequent), ...wordsIn(expression.alternate)]
    case 'LogicalExpression':
      return [...wordsIn(expression.left), ...wordsIn(expression.right)]
    case 'BinaryExpression':
      if (expression.operator !== '+') return []
      return [...wordsIn(expression.left), ...wordsIn(expression.right)]
    case 'SequenceExpression':
      return expression.expressions.slice(-1).flatMap(wordsIn)
    case 'ArrayExpression':
      return expression.elements.flatMap((element) =>
        element === null || element.type === 'SpreadElement' ? [] : wordsIn(element),
      )
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return wordsIn(expression.expression)
    default:
      return []
  }
}

/**
 * Refuses words that stand in the source instead of in locales/*.json: as a child of an element, or in an
 * attribute that is shown or read aloud. Digits, punctuation and spaces may stand anywhere.
 */
export const literalText: Rule = {
  create(context) {
    const refuse = (expression: Expression) => {
      for (const node of wordsIn(expression)) context.report({ node, message })
    }
    return {
      JSXText(node) {
        if (letter.test(node.value.replace(mark, ''))) context.report({ node, message })
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') refuse(node.expression)
      },
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || !spoken.has(node.name.name)) return
        if (node.value?.type === 'Literal') refuse(node.value)
        if (node.value?.type === 'JSXExpressionContainer') refuse(node.value.expression)
      },
    }
  },
}

// oxlint asks for a default export.
export default { meta: { name: 'house' }, rules: { 'literal-text': literalText } }
