@path: '/odata/v4/data'
service data {
  @cds.query.limit: { default: 50, max: 500 }
  @readonly entity UnifiedActivity {
    key ActivityId : String;
    CustomerId : String;
    SourceTableName : String;
    SourceActivityId : String;
    ActivityType : String;
    ActivityTypeDisplay : String;
    ActivityTimeStamp : Timestamp;
    Title : String;
    Description : String;
    URL : String;
    SemanticData : LargeString;
    RangeIndex : String;
    ContactId : String;
    ContactName : String;
  }
  @cds.query.limit: { default: 16, max: 16 }
  @readonly entity ShortPages as projection on UnifiedActivity;
  @readonly entity AlternateKey {
    key Identifier : String;
    AlternateKeyId : String;
    DataSourceName : String;
    TableName : String;
    AlternateValue : String;
    KeyRing : LargeString;
    CustomerId : String;
  }
}
