/** Characters as people count them: a letter with its accents is one, so is an emoji made of several. */
export const graphemes = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
