/** A code by SMS: so many digits, good for so many minutes, dead after so many misses, sent anew after so many seconds. */
export const CODE_DIGITS = 6;
export const CODE_MINUTES = 5;
export const MOST_MISSES = 5;
export const RESEND_SECONDS = 60;

/** How many codes a number, and an address, may ask for in a quarter of an hour. */
export const CODES_A_NUMBER = 5;
export const CODES_AN_ADDRESS = 20;

/** A mainland mobile number as people recognise it, without telling it: 138****0001. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d{4}(\d{4})$/, "$1****$2");
