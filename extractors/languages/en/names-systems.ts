import { words } from "./names-words.ts";

/** Family names that stand before the given name: Chinese, Korean, Vietnamese. */
export const familyFirst = words(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng
  deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao fu cui tan fan qin shi
  hou gu meng long wan duan lei qian yin qiu xue qi hao gong kong bai mo cheung chan wong lam leung ng kwok tsang chow
  chung yeung lau ho tse tong lai lo kwan fung yip mak chu tang cheng sze poon hui kwong szeto tam yuen yuan kim park choi
  jung jeong kang cho yoon jang lim shin nguyen tran pham hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh
  truong huynh le luong mai thach chau thich xi
`);

/** One or two syllables of pinyin, Cantonese, Korean or Vietnamese, with or without a hyphen. */
export const familyFirstGiven =
  /^(?:(?:[bcdfghjklmnpqrstvwxyz]|zh|ch|sh|kh|th|ph|ng|nh|tr|gi|qu|kw|gw|ts)?[aeiouy]{1,3}(?:ng|n|m|k|p|t|h|i|o|u|c|ch|nh|r|w|l)?){1,3}(?:-(?:[a-z]{2,6}))?$/u;

/** Parts of Burmese and other names without family name. */
export const nameSyllables = words(`
  aung kyaw min zaw thaw htun hla myo thura zeya win ko daw u thein khin nay phyo ye su kyi san lin htet naing moe wai yan
  thant tin maung oo soe than tun swe nyein thiri wut yi hnin ei thazin zin mar hlaing nyan pyae sone phone phyu saw htay
  htoo lwin myint myat mya nyo ohn pe sein shwe thet thi tint yin yu zay zar salai naw mahn sai nang lian cung ne wa lone
  zayar thwin thuzar sithu kaung paing khant bhone kham ja lum nan mon thu nwe nilar nandar mu po wah paw htoo eh bo hein
`);

/** Endings that surnames show and English words hardly do. */
export const surnameEndings =
  /(?:[oe]v|[oe]va|[iy]n[as]?k[iy]|sk[iy]|sky[iy]|ska(?:ya|ia)?|ski[ij]|ouski|euski|ouskaya|ich|icz|enko|enka|chuk|iuk|yuk|chyk|uk|nik|[aeu]v[aei]ts|iai?evi?|idze|adze|dze|shvili|iani|[iy]an|oglu|gil|zadeh|zade|pour|nejad|abadi|vand|ullah|uddin|eddine|allah|sson|sen|sdottir|[aeiou]ez|[aeiou]s?ov|escu|eanu|opoulos|akis|idis|ides|ovic|evic|auskas|aitis|ytis|iene|aite|berg|stein|mann|feld|bayev|bekov|baev|kulov|ulin|inova|zhanov|wala|singh|[aeiou]li?yev|iyev|iyeva|sky|uski|ava|auka|onak|iuk|enia)$/u;
