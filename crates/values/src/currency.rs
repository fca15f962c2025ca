//! `Currency`: an ISO 4217 code and its number of minor digits.

use std::fmt;
use std::str::FromStr;

/// A three-letter currency code. Two amounts of different currencies are never added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro, assumed (and said so) where a file names no currency.
    pub const EUR: Currency = Currency(*b"EUR");

    /// Number of minor digits: 2, but 0 for the yen and its like, 3 for the dinars (ISO 4217, table A.1).
    pub const fn decimals(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Recognises a code in any case, or a sign in use for one currency only (`€`, `£`).
    pub fn recognise(text: &str) -> Option<Currency> {
        match text.trim() {
            "€" => Some(Currency::EUR),
            "£" => Some(Currency(*b"GBP")),
            "$" | "US$" => Some(Currency(*b"USD")),
            "₪" => Some(Currency(*b"ILS")),
            code => code.parse().ok(),
        }
    }
}

/// The text is not three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACurrency;

impl FromStr for Currency {
    type Err = NotACurrency;
    fn from_str(text: &str) -> Result<Currency, NotACurrency> {
        let bytes: [u8; 3] = text.as_bytes().try_into().map_err(|_| NotACurrency)?;
        if bytes.iter().all(u8::is_ascii_alphabetic) {
            Ok(Currency(bytes.map(|b| b.to_ascii_uppercase())))
        } else {
            Err(NotACurrency)
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

#[cfg(feature = "serde")]
mod serde_impl {
    use super::Currency;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    impl Serialize for Currency {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.code())
        }
    }

    impl<'de> Deserialize<'de> for Currency {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(|_| D::Error::custom("a currency is three letters, for example EUR"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_signs() {
        assert_eq!("eur".parse(), Ok(Currency::EUR));
        assert_eq!(Currency::recognise(" € "), Some(Currency::EUR));
        assert_eq!(Currency::recognise("E1R"), None);
        assert_eq!("JPY".parse::<Currency>().unwrap().decimals(), 0);
        assert_eq!("TND".parse::<Currency>().unwrap().decimals(), 3);
    }
}
