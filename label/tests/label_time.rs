//! Rubbish without end: the reader answers in a time that grows with its length.

#[path = "support/worked.rs"]
mod worked;

use cotton_origin_label::{NoNames, Reader};
use std::{fmt::Write, time::Instant};
use worked::worked;

/// What rubbish is made of; each is repeated.
const RUBBISH: [&str; 92] = [
    "no ",
    "not not without ",
    "no cotton, wool, ",
    "no Xinjiang cotton ",
    "no cotton from China, Xinjiang. ",
    "is it cotton? ",
    "you may also like\n",
    "we will use cotton ",
    "不含新疆棉",
    "Xinjiang pamuğu yok ",
    "cotton ",
    "1% cotton ",
    "0% cotton ",
    "cotton 0%, ",
    "100% cotton ",
    "100% cotton. 5% wool. ",
    "0% ",
    "5 cotton ",
    "1% 1 cotton",
    "made in ",
    "made in china, made in italy\n",
    "not made in ",
    "origin: ",
    "<",
    "<a ",
    "<!--",
    "&",
    "&amp",
    "&#x",
    "&#65;",
    "\\u",
    "a",
    "word ",
    "棉",
    "纯棉 ",
    "新疆棉",
    "中国制造",
    "製(",
    "八五%",
    "コットン",
    "면 100% ",
    "ไ",
    "المصنوع ",
    "ووو",
    "Cоtton ",
    "lining/",
    "lining: 100% cotton\n",
    "rib/",
    "main body 2 cotton ",
    "shell ",
    "shell 1:\n",
    "colour 1: 100% cotton\n",
    "colour ; ",
    "x:1%",
    "a b c d e f: 1%",
    "60/",
    "33/33/34 ",
    "T/C 65/35 ",
    "5% off ",
    "\n",
    "\n-\n",
    "-\na",
    " ",
    "5% x ",
    "5 polyestex ",
    "ß",
    "a\u{301}",
    "\u{301}",
    "\u{200b}",
    "🧵",
    "7",
    "%",
    "%5",
    "(",
    ".",
    ". 5",
    ":",
    "8b",
    "p0",
    "l0",
    "PES 5 ",
    "CO 7 PES 5 ",
    "cotton 45 ",
    "1% cotton 1 wool ",
    "compositions ",
    "weight 200 g ",
    "biobio",
    "wollwollwollwollwoll ",
    "seventy percent cotton ",
    "80% cotton, 40% polyester, ",
    "shirt: 100% cotton\n",
    "heather 100% cotton ",
];

/// Texts without end: each piece over and over, and letters in no order.
fn rubbish(length: usize) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> =
        RUBBISH.iter().map(|piece| (format!("{piece:?}"), piece.repeat(length / piece.len()))).collect();
    let mut state = 5_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 40).expect("24 bits")
    };
    for letters in
        ["abcdefghijklmnopqrstuvwxyz", "0123456789% ", "ol0158is%", "()[]<>&;:/,.-%\n ", "棉涤中国制造の製面料里布"]
    {
        let letters: Vec<char> = letters.chars().collect();
        let random: String = (0..length / letters[0].len_utf8()).map(|_| letters[next() % letters.len()]).collect();
        texts.push((format!("any of {letters:?}"), random));
    }
    let bytes: Vec<u8> = (0..length / 2).map(|_| next().to_le_bytes()[0]).collect();
    texts.push(("bytes".to_owned(), String::from_utf8_lossy(&bytes).into_owned()));
    // Compositions that all differ.
    for end in [". ", "; ", "\nlining: ", "\ncolour x: ", "\nabc: "] {
        let mut text = String::new();
        while text.len() < length {
            let percent = next() % 99 + 1;
            let [one, other] = [(); 2].map(|()| ["cotton", "wool", "silk", "linen", "jute", "modal"][next() % 6]);
            write!(text, "{percent}% {one} {}% {other}{end}", 100 - percent).expect("a text takes all");
        }
        texts.push((format!("compositions, {end:?}"), text));
    }
    texts
}

/// A million letters of rubbish take about eight times as long as an eighth of them, where a quadratic reader takes 64 times, and not many times
/// as long as a million letters of compositions. Both are ratios in one run: machines differ.
#[test]
fn a_million_letters() {
    const LENGTH: usize = 1_000_000;
    const PARTS: usize = 8;
    const MOST: f64 = 12.0;
    const MOST_OF_COMPOSITIONS: f64 = 4.0;
    let (reader, start) = (Reader::new(), Instant::now());
    let _ = reader.read("100% cotton", &NoNames, &[]);
    let time = |text: &str, times: usize| {
        let before = worked(start);
        for _ in 0..times {
            let _ = reader.read(text, &NoNames, &[]);
        }
        worked(start) - before
    };
    let compositions = "100% cotton. ".repeat(LENGTH / 13);
    for ((name, part), (_, whole)) in rubbish(LENGTH / PARTS).into_iter().zip(rubbish(LENGTH)) {
        // The clock ticks every few milliseconds, so as much text is read either way. A busy machine slows one and not the other: then
        // both are measured again. What is over in a moment is too short to be measured well.
        let fits = |_| {
            let (parts, whole) = (time(&part, PARTS), time(&whole, 1));
            let (of_part, of_compositions) = (whole / parts * PARTS as f64, whole / time(&compositions, 1));
            println!("{name}: {whole:.3} s, {of_part:.1} times the eighth, {of_compositions:.1} times compositions");
            of_compositions < MOST_OF_COMPOSITIONS && (whole < 0.1 || of_part < MOST)
        };
        assert!((0..5).any(fits), "{name}");
    }
}
