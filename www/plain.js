/** Letters without their marks, in lower case: "turkiye" finds Türkiye. @param {string} text */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
