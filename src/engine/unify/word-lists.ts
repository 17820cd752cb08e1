import type { WordLists } from '../../model/model.js';

/**
 * Our own short open lists (D 66): a word, then those that stand for it. Models add to them. A group without a word
 * before the colon is dropped.
 */
const LISTS = {
  name:
    'abigail:abby gail;albert:al bert;alexander:alex alec sandy;alexandra:lexi;andrew:andy drew;anthony:tony;' +
    'barbara:barb;benjamin:ben benny;catherine:cathy kate katherine kathy katie katy;charles:charlie chuck;' +
    'christina:christine tina;christopher:chris kit;daniel:dan danny;david:dave davy;deborah:deb debbie debby debra;' +
    'donald:don;dorothy:dot dottie;edward:ed eddie ned ted;elizabeth:beth betty eliza libby liz lizzie;' +
    'frances:fran;francis:frank;frederick:fred freddy;gerald:gerry;gregory:greg;henry:harry hank;' +
    'isabella:bella;jacob:jake;jacqueline:jackie;james:jim jimmy jamie;jeffrey:jeff;jennifer:jen jenny;jessica:jess;' +
    'john:johnny jon;jonathan:jonny;joseph:joe joey;joshua:josh;judith:judy;kenneth:ken kenny;lawrence:larry;' +
    'leonard:len lenny;margaret:maggie meg peggy;matthew:matt;michael:mick mike mikey;nicholas:nick nicky;' +
    'pamela:pam;patricia:patty trish;patrick:paddy;peter:pete;philip:phil phillip;raymond:ray;rebecca:becca becky;' +
    'richard:dick rich rick ricky;robert:bob bobby rob robbie;ronald:ron ronnie;samuel:sam sammy;stephen:steve steven;' +
    'susan:sue susie suzy;theodore:theo;theresa:teresa terry;thomas:tom tommy;timothy:tim;victoria:vicky;' +
    'vincent:vince;walter:walt;william:bill billy liam will willy;zachary:zach zack;' +
    ':mr mrs ms miss dr prof sir jr sr',
  address:
    'apt:apartment;ave:avenue;bldg:building;blvd:boulevard;cir:circle;ct:court;dr:drive;e:east;fl:floor;ft:fort;' +
    'hwy:highway;ln:lane;mt:mount;n:north;ne:northeast;nw:northwest;pkwy:parkway;pl:place;rd:road;rm:room;' +
    's:south;se:southeast;sq:square;st:street saint;ste:suite;sw:southwest;ter:terrace;w:west',
  organization:
    ':ab ag and as bv co company corp corporation gmbh group holding holdings inc incorporated international kg ' +
    'limited llc llp lp ltd mbh nv oy plc pty sa sarl se spa srl the',
};

/** The words of a list with those that a model adds: word → the word it stands for, or nothing. */
export function wordsOf(list: keyof WordLists, added: WordLists = {}): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const group of LISTS[list].split(';')) {
    const [word, variants] = group.split(':');
    for (const variant of variants.split(' ')) words.set(variant, word);
  }
  for (const [variant, word] of Object.entries(added[list] ?? {})) words.set(variant, word);
  return words;
}
