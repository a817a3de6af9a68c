/** The length of the first whole answer in `text`, or 0 while more must come. */
export const wholeAnswer = (text) => {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))
  if (length) {
    const end = head + 4 + Number(length[1])
    return text.length >= end ? end : 0
  }
  const last = text.indexOf('0\r\n\r\n', head + 4)
  return last < 0 ? 0 : last + 5
}
